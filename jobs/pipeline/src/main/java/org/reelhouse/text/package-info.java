/** Texts as terms: cleaned, in the analyzer of their language. */
@NullMarked
package org.reelhouse.text;

import org.jspecify.annotations.NullMarked;
