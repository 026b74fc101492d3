package org.reelhouse.themes.corpus;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** In how many texts each two terms stand together. The counts are exact. */
public final class CoOccurrence {
  /** Size of other texts beside these: as those held out to measure themes. */
  private static final double ELSEWHERE = 0.25;

  /** From so many texts on, the expectation is that of the mean. */
  private static final double CERTAIN = 100;

  private final long texts;
  private final int terms;

  /** Symmetric, a row for each term; on the diagonal the texts that hold the term. */
  private final double[] together;

  public CoOccurrence(long texts, int terms, double[] together) {
    this.texts = texts;
    this.terms = terms;
    this.together = together;
  }

  /**
   * Counts the texts.
   *
   * @param counted counts: the vector of one text, 1 for each term that it holds
   * @param texts number of texts, with those that hold no term
   */
  public static CoOccurrence of(Dataset<Row> counted, int terms, long texts) {
    JavaRDD<org.apache.spark.mllib.linalg.Vector> rows =
        counted.select("counts").javaRDD().map(row -> Vectors.fromML(row.<Vector>getAs(0)));
    double[] together = new RowMatrix(rows.rdd(), 0, terms).computeGramianMatrix().toArray();
    return new CoOccurrence(texts, terms, together);
  }

  /**
   * Counts texts in memory.
   *
   * @param texts the terms of each
   */
  public static CoOccurrence of(int[][] texts, int terms) {
    double[] together = new double[terms * terms];
    for (int[] text : texts) {
      for (int first : text) {
        for (int second : text) {
          together[first * terms + second]++;
        }
      }
    }
    return new CoOccurrence(texts.length, terms, together);
  }

  public int terms() {
    return terms;
  }

  /** Texts that hold both terms; of a term with itself, the texts that hold it. */
  public double together(int first, int second) {
    return together[first * terms + second];
  }

  /**
   * Pointwise mutual information (Church and Hanks 1990), ln(p(a,b) / (p(a) p(b))) with
   * probabilities from texts; the terms must occur together.
   */
  public double mutualInformation(int first, int second) {
    return mutualInformation(first, second, together(first, second));
  }

  private double mutualInformation(int first, int second, double both) {
    return Math.log(both * texts / (together(first, first) * together(second, second)));
  }

  /**
   * The same over -ln p(a,b) (Bouma 2009): 1 for terms that occur only together, 0 for independent
   * ones, -1 for two that never meet.
   */
  public double normalizedMutualInformation(int first, int second) {
    return normalizedMutualInformation(first, second, together(first, second));
  }

  /**
   * What the normalised mutual information can be expected to be in other texts, a quarter as many,
   * in which a Poisson number of texts holds both terms: rare terms that met here often do not meet
   * there, which makes it -1.
   */
  public double expectedMutualInformation(int first, int second) {
    double mean = ELSEWHERE * together(first, second);
    if (mean > CERTAIN) {
      return normalizedMutualInformation(first, second);
    }
    double probability = Math.exp(-mean);
    double expected = -probability;
    double most = mean + 6 * Math.sqrt(mean);
    for (int both = 1; both <= most; both++) {
      probability *= mean / both;
      expected += probability * normalizedMutualInformation(first, second, both / ELSEWHERE);
    }
    return expected;
  }

  private double normalizedMutualInformation(int first, int second, double both) {
    if (both == 0) {
      return -1;
    }
    return both >= texts ? 1 : mutualInformation(first, second, both) / -Math.log(both / texts);
  }
}
