/**
 * Tables and raw files, and the only code that touches storage. Rows come in as datasets that match
 * a {@link org.reelhouse.lake.Table}; they go out as Delta tables and landed raw snapshots.
 */
@NullMarked
package org.reelhouse.lake;

import org.jspecify.annotations.NullMarked;
