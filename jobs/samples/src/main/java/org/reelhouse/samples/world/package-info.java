/** A seed comes in; works that never were, and who rates them, go out. */
@NullMarked
package org.reelhouse.samples.world;

import org.jspecify.annotations.NullMarked;
