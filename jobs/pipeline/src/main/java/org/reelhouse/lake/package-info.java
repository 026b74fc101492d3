/**
 * Delta tables below one folder, bucket or HDFS path, behind the interface that jobs are handed.
 * Rows come in as datasets that match a {@link org.reelhouse.tables.Table}; they go out as one
 * commit.
 */
@NullMarked
package org.reelhouse.lake;

import org.jspecify.annotations.NullMarked;
