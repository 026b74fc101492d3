/**
 * Ratings come in; the models of ratings and of rankings go out, and come back from saved files.
 */
@NullMarked
package org.reelhouse.recommend.model;

import org.jspecify.annotations.NullMarked;
