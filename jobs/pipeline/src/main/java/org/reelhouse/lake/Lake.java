package org.reelhouse.lake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.raw.RawZone;
import org.reelhouse.storage.ModelStore;
import org.reelhouse.tables.Table;

/** Everything a job may ask of storage, and nothing of the run that the job is part of. */
public interface Lake {

  /**
   * The current content of a table.
   *
   * @throws org.reelhouse.PipelineException if the table was never written
   */
  Dataset<Row> read(Table table);

  /** The current content of a table, or no rows if it was never written. */
  Dataset<Row> readOrEmpty(Table table);

  /** The newest version of a table, or empty if it was never written. */
  OptionalLong version(Table table);

  /** The content of a table at a version, or empty where the lake does not hold that any more. */
  Optional<Dataset<Row>> readVersion(Table table, long version);

  /** The number of rows of a table. */
  long count(Table table);

  /**
   * Makes the rows the whole content of the table, in one commit.
   *
   * @param rows exactly the columns of the table, in any order
   * @return the number of rows written
   * @throws org.reelhouse.PipelineException if names or types differ from the declaration, or a
   *     constraint does not hold
   */
  long replace(Table table, Dataset<Row> rows);

  /**
   * Makes the rows the whole content of one slice of the table, in one commit; other slices stay.
   *
   * @param slice a value for each partition column, or for the first of them
   * @return the number of rows written
   */
  long replaceSlice(Table table, Map<String, String> slice, Dataset<Row> rows);

  /**
   * Computes the rows once and keeps them until the job ends. For rows that several outputs share.
   */
  Dataset<Row> keep(Dataset<Row> rows);

  /**
   * A new data frame of few rows made on the driver.
   *
   * @param rows values in the order of the schema
   */
  Dataset<Row> frame(List<Row> rows, StructType schema);

  /** The landed raw files. */
  RawZone raw();

  /** The saved models. */
  ModelStore models();
}
