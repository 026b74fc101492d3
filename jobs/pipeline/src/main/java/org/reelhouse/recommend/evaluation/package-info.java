/**
 * Ratings come in; what the models are worth on those held out goes out, and what is chosen on
 * them.
 */
@NullMarked
package org.reelhouse.recommend.evaluation;

import org.jspecify.annotations.NullMarked;
