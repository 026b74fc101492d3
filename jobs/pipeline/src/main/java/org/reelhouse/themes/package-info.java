/** Titles with overviews come in; {@code gold.theme} and {@code gold.title_theme} go out. */
@NullMarked
package org.reelhouse.themes;

import org.jspecify.annotations.NullMarked;
