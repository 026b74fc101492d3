/**
 * Comparisons that choose settings; nothing here is served. What compares the code of a package
 * with a library stands in a package of the same name, as its tests do, so that nothing is opened
 * for it.
 */
@NullMarked
package org.reelhouse.benchmarks;

import org.jspecify.annotations.NullMarked;
