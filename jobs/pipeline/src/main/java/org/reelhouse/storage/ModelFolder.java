package org.reelhouse.storage;

import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The parts of one saved version of a model, each by its name. */
public interface ModelFolder {

  /** Saves a model in Spark ML's own format. */
  void save(String part, MLWritable model);

  /** Saves rows. */
  void save(String part, Dataset<Row> rows);

  /** Saves a short text, such as JSON. */
  void save(String part, String text);

  /** Loads a model. */
  <T> T model(String part, MLReader<T> reader);

  /** Loads rows. */
  Dataset<Row> rows(String part);

  /** Loads a text. */
  String text(String part);
}
