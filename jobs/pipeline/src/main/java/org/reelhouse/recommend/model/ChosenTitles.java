package org.reelhouse.recommend.model;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.SparseMatrix;

/** Which titles users rated, as a matrix in the driver's memory. */
final class ChosenTitles {
  private ChosenTitles() {}

  /**
   * Users by positions of titles; titles without a position are left out.
   *
   * @param observations of a bounded number of users
   */
  static SparseMatrix of(Dataset<Row> observations, Titles titles) {
    List<int[]> parts =
        observations
            .select("user", "title")
            .javaRDD()
            .mapPartitions(ChosenTitles::packed)
            .collect();
    int[] pairs = parts.stream().flatMapToInt(Arrays::stream).toArray();
    int[] users =
        IntStream.range(0, pairs.length / 2)
            .map(pair -> pairs[2 * pair])
            .sorted()
            .distinct()
            .toArray();
    int[] kept =
        IntStream.range(0, pairs.length / 2)
            .filter(pair -> titles.position(pairs[2 * pair + 1]) != null)
            .toArray();
    int[] user = new int[kept.length];
    int[] title = new int[kept.length];
    float[] value = new float[kept.length];
    Arrays.fill(value, 1);
    for (int i = 0; i < kept.length; i++) {
      user[i] = Arrays.binarySearch(users, pairs[2 * kept[i]]);
      title[i] = java.util.Objects.requireNonNull(titles.position(pairs[2 * kept[i] + 1]));
    }
    return SparseMatrix.of(users.length, titles.rated(), user, title, value);
  }

  private static Iterator<int[]> packed(Iterator<Row> rows) {
    IntStream.Builder pairs = IntStream.builder();
    rows.forEachRemaining(row -> pairs.add(row.getInt(0)).add(row.getInt(1)));
    return List.of(pairs.build().toArray()).iterator();
  }
}
