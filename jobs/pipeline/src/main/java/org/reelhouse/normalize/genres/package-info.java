/** Overviews with genres come in; genres for overviews without any go out. */
@NullMarked
package org.reelhouse.normalize.genres;

import org.jspecify.annotations.NullMarked;
