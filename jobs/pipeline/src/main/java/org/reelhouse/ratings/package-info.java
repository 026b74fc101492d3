/** Raw ratings come in; {@code silver.rating} goes out, rejects to {@code ops.quarantine}. */
@NullMarked
package org.reelhouse.ratings;

import org.jspecify.annotations.NullMarked;
