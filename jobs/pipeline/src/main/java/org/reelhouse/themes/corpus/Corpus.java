package org.reelhouse.themes.corpus;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.themes.ThemesSettings;

/**
 * What is learned from before chance has a part in it.
 *
 * @param counted the columns of {@link Documents}, with counts instead of terms; texts without a
 *     term of the vocabulary are left out
 */
public record Corpus(Vocabulary vocabulary, Dataset<Row> counted, CoOccurrence pairs) {

  /** Counts the terms of {@link Documents}. */
  public static Corpus of(Lake lake, Dataset<Row> documents, ThemesSettings settings) {
    Vocabulary vocabulary = Vocabulary.of(documents, settings);
    return vocabulary.terms().isEmpty()
        ? new Corpus(vocabulary, documents.limit(0), new CoOccurrence(0, 0, new double[0]))
        : of(vocabulary, vocabulary.overviews(), lake, documents);
  }

  /** Counts the terms of a vocabulary that was learned from other texts. */
  public static Corpus by(Vocabulary vocabulary, Lake lake, Dataset<Row> documents) {
    return of(vocabulary, documents.count(), lake, documents);
  }

  private static Corpus of(Vocabulary vocabulary, long texts, Lake lake, Dataset<Row> documents) {
    Dataset<Row> counted = lake.keep(vocabulary.counted(documents));
    return new Corpus(
        vocabulary, counted, CoOccurrence.of(counted, vocabulary.terms().size(), texts));
  }
}
