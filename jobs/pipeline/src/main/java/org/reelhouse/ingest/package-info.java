/** Files of the sources come in; raw snapshots and {@code ops.ingestion_log} go out. */
@NullMarked
package org.reelhouse.ingest;

import org.jspecify.annotations.NullMarked;
