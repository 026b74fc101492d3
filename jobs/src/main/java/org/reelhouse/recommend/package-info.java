/**
 * Ratings and titles come in; {@code gold.recommendation} and {@code gold.similar_title} go out.
 */
@NullMarked
package org.reelhouse.recommend;

import org.jspecify.annotations.NullMarked;
