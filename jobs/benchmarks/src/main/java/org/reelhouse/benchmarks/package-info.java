/** Comparisons that choose settings; nothing here is served. */
@NullMarked
package org.reelhouse.benchmarks;

import org.jspecify.annotations.NullMarked;
