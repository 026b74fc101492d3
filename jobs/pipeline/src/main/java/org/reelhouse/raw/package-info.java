/**
 * The raw zone: files exactly as sources published them, by snapshot, and the records in them.
 * Records that cannot be read become rows of {@code ops.quarantine}.
 */
@NullMarked
package org.reelhouse.raw;

import org.jspecify.annotations.NullMarked;
