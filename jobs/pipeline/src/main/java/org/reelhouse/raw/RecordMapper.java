package org.reelhouse.raw;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Makes rows of one raw record; pure, and run where the file is read. */
@FunctionalInterface
public interface RecordMapper extends Serializable {
  Iterator<Row> map(RawRecord record);
}
