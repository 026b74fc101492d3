/** Two source titles come in; the evidence for and against their being the same work goes out. */
@NullMarked
package org.reelhouse.match.comparison;

import org.jspecify.annotations.NullMarked;
