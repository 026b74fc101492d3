package org.reelhouse.themes.corpus;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.ElementwiseProduct;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.text.InverseDocumentFrequency;
import org.reelhouse.themes.ThemesSettings;

/**
 * The terms that themes are made of. CountVectorizer's own fit orders terms of equal frequency by
 * chance; here the order is total.
 *
 * @param overviews number of overviews counted
 * @param terms most frequent first, equal ones by the alphabet
 * @param frequencies overviews that hold each term
 */
public record Vocabulary(long overviews, List<String> terms, List<Long> frequencies) {

  /**
   * The vocabulary of some overviews.
   *
   * @param documents terms: all terms of one overview
   */
  static Vocabulary of(Dataset<Row> documents, ThemesSettings settings) {
    long overviews = documents.count();
    List<Row> counted =
        documents
            .select(explode(array_distinct(col("terms"))).as("term"))
            .groupBy("term")
            .agg(count(lit(1)).as("frequency"))
            .where(
                col("frequency")
                    .between(settings.minTitles(), Math.ceil(settings.maxShare() * overviews)))
            .orderBy(col("frequency").desc(), col("term"))
            .limit(settings.vocabulary())
            .collectAsList();
    return new Vocabulary(
        overviews,
        counted.stream().map(row -> row.getString(0)).toList(),
        counted.stream().map(row -> row.getLong(1)).toList());
  }

  /** The texts that hold a term of the vocabulary; counts has 1 for each that they hold. */
  public Dataset<Row> counted(Dataset<Row> documents) {
    return counter()
        .transform(documents)
        .filter((FilterFunction<Row>) row -> row.<Vector>getAs("counts").numNonzeros() > 0)
        .drop("terms");
  }

  /**
   * Marks the terms of a text. A term counts once for each overview: synopses are short, and what
   * they repeat is mostly names.
   */
  public Transformer counter() {
    return new CountVectorizerModel(terms.toArray(String[]::new))
        .setBinary(true)
        .setInputCol("terms")
        .setOutputCol("counts");
  }

  /** Weighs terms by inverse document frequency. */
  public Transformer weights() {
    return new ElementwiseProduct()
        .setScalingVec(Vectors.dense(inverseFrequencies()))
        .setInputCol("counts")
        .setOutputCol("weights");
  }

  /**
   * ln((n + 1) / (df + 1)) of each term, as in MLlib. The logarithm is that of {@link Math}, as
   * there; {@link InverseDocumentFrequency} rounds some otherwise, and themes would move.
   */
  public double[] inverseFrequencies() {
    return frequencies.stream()
        .mapToDouble(df -> Math.log((overviews + 1.0) / (df + 1.0)))
        .toArray();
  }
}
