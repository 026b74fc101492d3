/** The space of terms and the division of texts in it. */
@NullMarked
package org.reelhouse.themes.model;

import org.jspecify.annotations.NullMarked;
