/** Predictions beside what happened, for titles that were held out. */
@NullMarked
package org.reelhouse.popularity.evaluation;

import org.jspecify.annotations.NullMarked;
