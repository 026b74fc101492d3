/** Source titles come in; the pairs that share a block go out, compared. */
@NullMarked
package org.reelhouse.match.blocking;

import org.jspecify.annotations.NullMarked;
