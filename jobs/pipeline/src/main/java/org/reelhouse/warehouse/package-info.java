/** Silver tables come in; the dimensions, bridges and facts of the gold layer go out. */
@NullMarked
package org.reelhouse.warehouse;

import org.jspecify.annotations.NullMarked;
