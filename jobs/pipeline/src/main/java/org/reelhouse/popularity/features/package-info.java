/** What is known of a title before it is released, as numbers and categories. */
@NullMarked
package org.reelhouse.popularity.features;

import org.jspecify.annotations.NullMarked;
