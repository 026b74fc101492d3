/** Coherence, diversity and stability of themes on held-out texts. */
@NullMarked
package org.reelhouse.themes.evaluation;

import org.jspecify.annotations.NullMarked;
