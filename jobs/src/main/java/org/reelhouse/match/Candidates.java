package org.reelhouse.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

  /** Times the limit up to which a block is held in memory to be split. */
  private static final int SPLITTABLE = 25;

  private static final StructType IN_BLOCK = StructType.fromDDL("key STRING, profile BINARY");

  private static final StructType COMPARED =
      StructType.fromDDL(
          """
          left STRING, right STRING, score DOUBLE, probability DOUBLE, linked BOOLEAN,
          reasons ARRAY<STRING>, left_ids ARRAY<STRING>, right_ids ARRAY<STRING>,
          oversized STRING, size BIGINT
          """);

  private Candidates() {}

  /**
   * Compares within the blocks of {@code silver.source_title}.
   *
   * @param floor least probability of the pairs that are given
   * @return rows of one pair, each pair once, and rows of one oversized block ({@code oversized},
   *     {@code size}) without a pair
   */
  static Dataset<Row> compared(Dataset<Row> sourceTitles, MatchSettings settings, double floor) {
    int limit = settings.maxBlock();
    return sourceTitles
        .select(Profile.columns())
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> inBlocks(Profile.ofSourceTitle(row)),
            Encoders.row(IN_BLOCK))
        .groupBy(functions.col("key"))
        .as(Encoders.STRING(), Encoders.row(IN_BLOCK))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>)
                (key, rows) -> inBlock(key, rows, limit, floor),
            Encoders.row(COMPARED));
  }

  private static Iterator<Row> inBlocks(Profile profile) {
    byte[] packed = PackedProfile.pack(profile);
    return BlockingKeys.of(profile).stream().map(key -> RowFactory.create(key, packed)).iterator();
  }

  private static Iterator<Row> inBlock(String key, Iterator<Row> rows, int limit, double floor) {
    List<byte[]> profiles = new ArrayList<>();
    long size = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (size++ < (long) limit * SPLITTABLE) {
        profiles.add(row.getAs(1));
      }
    }
    if (size > profiles.size()) {
      return List.of(oversized(key, size)).iterator();
    }
    return size > 1
        ? compare(block(key, profiles), limit, floor).iterator()
        : List.<Row>of().iterator();
  }

  private static Block block(String key, List<byte[]> profiles) {
    List<Member> members =
        profiles.stream()
            .map(PackedProfile::unpack)
            .sorted(Comparator.comparing(Profile::reference))
            .map(Member::of)
            .toList();
    return new Block(key, null, members);
  }

  private static List<Row> compare(Block block, int limit, double floor) {
    Collection<Block> parts = block.members().size() > limit ? block.byYear() : List.of(block);
    int namesakes = block.namesakes();
    return parts.stream().flatMap(part -> compare(part, namesakes, limit, floor).stream()).toList();
  }

  private static List<Row> compare(Block part, int namesakes, int limit, double floor) {
    if (part.members().size() > limit) {
      return List.of(oversized(part.name(), part.members().size()));
    }
    List<Row> rows = new ArrayList<>();
    part.pairs(
        (left, right) -> {
          Comparison comparison = Comparison.of(left, right, namesakes);
          if (comparison.probability() >= floor) {
            rows.add(pair(left, right, comparison));
          }
        });
    return rows;
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
        null);
  }

  private static Row oversized(String key, long size) {
    return RowFactory.create(null, null, null, null, null, null, null, null, key, size);
  }
}
