/**
 * Ratings and titles come in; {@code gold.recommendation}, {@code gold.similar_title}, {@code
 * gold.audience} and {@code gold.user_audience} go out, and {@code gold.recommendation_title} for
 * lists between runs.
 */
@NullMarked
package org.reelhouse.recommend;

import org.jspecify.annotations.NullMarked;
