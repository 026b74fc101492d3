package org.reelhouse.recommend.model;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.links.Vector;
import scala.Tuple2;

/** The factors of titles in one ALS, by the integers that stand for the titles. */
public final class TitleFactors implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int rank;
  private final float[] @Nullable [] byNumber;

  private TitleFactors(int rank, float[] @Nullable [] byNumber) {
    this.rank = rank;
    this.byNumber = byNumber;
  }

  /** The factors of some titles, {@code rank} of each. */
  public static TitleFactors of(Map<Integer, float[]> factors, int rank) {
    int most = factors.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
    float[] @Nullable [] byNumber = new float[most + 1][];
    factors.forEach((number, vector) -> byNumber[number] = vector);
    return new TitleFactors(rank, byNumber);
  }

  /**
   * The item factors of MLlib's ALS, those of the titles that can be recommended.
   *
   * @param items rows of id and features
   */
  static TitleFactors collected(Dataset<Row> items, int rank, Catalogue.Shared titles) {
    if (titles.get().rated() == 0) { // Titles must be known before executors ask.
      return of(Map.of(), rank);
    }
    return of(
        items
            .javaRDD()
            .filter(row -> titles.get().position(row.getInt(0)) != null)
            .mapToPair(row -> new Tuple2<>(row.getInt(0), Vector.unboxed(row.getList(1))))
            .collectAsMap(),
        rank);
  }

  int rank() {
    return rank;
  }

  /** The factors of a title, or empty where the model never saw it. */
  public float @Nullable [] of(int number) {
    return number < byNumber.length ? byNumber[number] : null;
  }

  /** The titles with factors, ascending. */
  IntStream numbers() {
    return IntStream.range(0, byNumber.length).filter(number -> byNumber[number] != null);
  }
}
