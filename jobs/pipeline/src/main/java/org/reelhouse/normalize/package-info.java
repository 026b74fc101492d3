/**
 * Raw records of titles and credits come in; {@code silver.source_title} and {@code
 * silver.source_credit} go out, rejects to {@code ops.quarantine}.
 */
@NullMarked
package org.reelhouse.normalize;

import org.jspecify.annotations.NullMarked;
