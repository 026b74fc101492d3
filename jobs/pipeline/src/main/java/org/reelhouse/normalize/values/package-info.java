/** Cells as sources write them come in; values of the lake go out, or null. */
@NullMarked
package org.reelhouse.normalize.values;

import org.jspecify.annotations.NullMarked;
