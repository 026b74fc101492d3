/** Overviews as counts of terms, and terms that stand together. */
@NullMarked
package org.reelhouse.themes.corpus;

import org.jspecify.annotations.NullMarked;
