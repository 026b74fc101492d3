/** Files of ratings to learn from and to measure on. */
@NullMarked
package org.reelhouse.ratings.evaluation;

import org.jspecify.annotations.NullMarked;
