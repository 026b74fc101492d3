package org.reelhouse.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.config.MatchSettings;

/**
 * Pairs of source titles that may be the same work, compared.
 *
 * <p>Every title goes to each of its blocks with all that is compared of it, so that a block is
 * compared where it lies. A block over the limit is split by year, and what is then still over is
 * passed over and reported by its size.
 */
final class Candidates {
  /** Pairs below are of no interest to anybody and would be most of the table. */
  static final double FLOOR = 0.05;

  /** Titles that a block may hold in memory to be split by year: some 50 MB. */
  private static final int MOST_HELD = 50_000;

  private static final StructType IN_BLOCK = StructType.fromDDL("key BIGINT, profile BINARY");

  private static final StructType COMPARED =
      StructType.fromDDL(
          """
          left STRING, right STRING, score DOUBLE, probability DOUBLE, linked BOOLEAN,
          reasons ARRAY<STRING>, left_ids ARRAY<STRING>, right_ids ARRAY<STRING>,
          oversized STRING, size BIGINT, truth BOOLEAN, found BOOLEAN
          """);

  private Candidates() {}

  /**
   * Compares within the blocks of {@code silver.source_title}.
   *
   * @param floor least probability of the pairs that are given
   * @return rows of one pair, each pair once, rows of one oversized block ({@code oversized},
   *     {@code size}) without a pair, and rows of one {@link Trial} ({@code truth}, {@code found}),
   *     unless both are false
   */
  static Dataset<Row> compared(Dataset<Row> sourceTitles, MatchSettings settings, double floor) {
    int limit = settings.maxBlock();
    double least = logOdds(floor);
    double threshold = logOdds(settings.threshold());
    return sourceTitles
        .select(Profile.columns())
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> inBlocks(Profile.ofSourceTitle(row)),
            Encoders.row(IN_BLOCK))
        .groupBy(functions.col("key"))
        .as(Encoders.LONG(), Encoders.row(IN_BLOCK))
        .flatMapGroups(
            (FlatMapGroupsFunction<Long, Row, Row>)
                (key, rows) -> inBlock(key, rows, limit, least, threshold),
            Encoders.row(COMPARED));
  }

  private static double logOdds(double probability) {
    return probability <= 0
        ? Double.NEGATIVE_INFINITY
        : StrictMath.log(probability / (1 - probability));
  }

  private static Iterator<Row> inBlocks(Profile profile) {
    Member member = Member.of(profile);
    byte[] packed = PackedProfile.pack(member);
    return Arrays.stream(member.keys().hashes())
        .mapToObj(key -> RowFactory.create(key, packed))
        .iterator();
  }

  private static Iterator<Row> inBlock(
      long key, Iterator<Row> rows, int limit, double least, double threshold) {
    List<byte[]> profiles = new ArrayList<>();
    long size = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (size++ < MOST_HELD) {
        profiles.add(row.getAs(1));
      }
    }
    if (size > profiles.size()) {
      Profile one = PackedProfile.unpack(profiles.get(0)).profile();
      return List.of(oversized(BlockingKeys.name(one, key), size)).iterator();
    }
    return size == 1
        ? Collections.emptyIterator()
        : compare(
            new Block(key, profiles.stream().map(PackedProfile::unpack).toList(), limit),
            least,
            threshold);
  }

  private static Iterator<Row> compare(Block block, double least, double threshold) {
    int namesakes = block.namesakes();
    List<Row> rows = new ArrayList<>();
    block.pairs(
        (left, right) -> {
          Comparison comparison = Comparison.of(left, right, namesakes, least);
          if (comparison != null) {
            rows.add(pair(left, right, comparison));
          }
        });
    block.trials(
        (left, right) -> {
          boolean truth = left.sharesId(right);
          boolean found = Trial.finds(left, right, namesakes, threshold);
          if (truth || found) {
            rows.add(trial(truth, found));
          }
        },
        (left, right) -> {
          if (left.sharesId(right)) {
            rows.add(trial(true, false));
          }
        });
    block.oversized().forEach((part, size) -> rows.add(oversized(part, size)));
    return rows.iterator();
  }

  private static Row pair(Profile left, Profile right, Comparison comparison) {
    return RowFactory.create(
        left.reference(),
        right.reference(),
        comparison.score(),
        comparison.probability(),
        comparison.linked(),
        comparison.reasons().toArray(),
        left.ids().toArray(),
        right.ids().toArray(),
        null,
        null,
        null,
        null);
  }

  private static Row trial(boolean truth, boolean found) {
    return RowFactory.create(
        null, null, null, null, null, null, null, null, null, null, truth, found);
  }

  private static Row oversized(String key, long size) {
    return RowFactory.create(null, null, null, null, null, null, null, null, key, size, null, null);
  }
}
