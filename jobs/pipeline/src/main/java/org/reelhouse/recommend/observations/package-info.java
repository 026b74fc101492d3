/**
 * Ratings as the models take them: integers for users and titles, a fixed order, a part that is
 * held out.
 */
@NullMarked
package org.reelhouse.recommend.observations;

import org.jspecify.annotations.NullMarked;
