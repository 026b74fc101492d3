/** The users' factors come in; {@code gold.audience} and {@code gold.user_audience} go out. */
@NullMarked
package org.reelhouse.recommend.audience;

import org.jspecify.annotations.NullMarked;
