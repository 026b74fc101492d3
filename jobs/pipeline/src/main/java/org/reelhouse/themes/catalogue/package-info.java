/** Themes as people read them: terms, labels, parents, members, what became of them. */
@NullMarked
package org.reelhouse.themes.catalogue;

import org.jspecify.annotations.NullMarked;
