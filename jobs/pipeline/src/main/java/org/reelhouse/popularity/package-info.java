/** Titles come in; {@code gold.popularity_prediction} and {@code gold.popularity_driver} go out. */
@NullMarked
package org.reelhouse.popularity;

import org.jspecify.annotations.NullMarked;
