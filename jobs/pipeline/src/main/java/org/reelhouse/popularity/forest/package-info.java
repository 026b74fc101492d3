/** Random forests, their intervals, and what their features are worth. */
@NullMarked
package org.reelhouse.popularity.forest;

import org.jspecify.annotations.NullMarked;
