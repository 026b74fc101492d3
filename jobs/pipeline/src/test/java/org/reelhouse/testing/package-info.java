/** What tests share: one Spark session, rows built from table declarations, a lake in memory. */
@NullMarked
package org.reelhouse.testing;

import org.jspecify.annotations.NullMarked;
