/** Titles and ratings come in; {@code gold.genre_trend} and {@code gold.trend_alert} go out. */
@NullMarked
package org.reelhouse.trends;

import org.jspecify.annotations.NullMarked;
