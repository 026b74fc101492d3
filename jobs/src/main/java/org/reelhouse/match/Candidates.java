package org.reelhouse.match;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
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
          block BIGINT, left STRING, right STRING, score DOUBLE, probability DOUBLE, linked BOOLEAN,
          reasons ARRAY<STRING>, left_ids ARRAY<STRING>, right_ids ARRAY<STRING>,
          finding STRING, subject STRING, size BIGINT
          """);

  private Candidates() {}

  /**
   * Compares within the blocks of {@code silver.source_title}.
   *
   * @param floor least probability of the pairs that are given
   * @return rows of one pair, each pair once, and rows without a pair of one {@link Finding} each;
   *     either with the block it is of
   */
  static Dataset<Row> compared(Dataset<Row> sourceTitles, MatchSettings settings, double floor) {
    return compared(sourceTitles, settings, floor, (LongPredicate & Serializable) key -> true);
  }

  /**
   * Compares within some blocks.
   *
   * @param blocks serializable; says which
   */
  static Dataset<Row> compared(
      Dataset<Row> sourceTitles, MatchSettings settings, double floor, LongPredicate blocks) {
    int limit = settings.maxBlock();
    double least = logOdds(floor);
    double threshold = logOdds(settings.threshold());
    return sourceTitles
        .select(Profile.columns())
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> inBlocks(Profile.ofSourceTitle(row), blocks),
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

  /** The keys of all blocks of some source titles, each once, in no order. */
  static Dataset<Long> keys(Dataset<Row> sourceTitles) {
    return sourceTitles
        .select(Profile.columns())
        .flatMap(
            (FlatMapFunction<Row, Long>)
                row ->
                    Arrays.stream(BlockingKeys.of(Profile.ofSourceTitle(row)).hashes()).iterator(),
            Encoders.LONG())
        .distinct();
  }

  private static Iterator<Row> inBlocks(Profile profile, LongPredicate blocks) {
    Member member = Member.of(profile);
    long[] keys = Arrays.stream(member.keys().hashes()).filter(blocks).toArray();
    if (keys.length == 0) {
      return Collections.emptyIterator();
    }
    byte[] packed = PackedProfile.pack(member);
    return Arrays.stream(keys).mapToObj(key -> RowFactory.create(key, packed)).iterator();
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
      return List.of(finding(key, Finding.OVERSIZED, BlockingKeys.name(one, key), size)).iterator();
    }
    return size == 1
        ? Collections.emptyIterator()
        : compare(
            new Block(key, profiles.stream().map(PackedProfile::unpack).toList(), limit),
            least,
            threshold);
  }

  private static Iterator<Row> compare(Block block, double least, double threshold) {
    long key = block.key();
    int namesakes = block.namesakes();
    List<Row> rows = new ArrayList<>();
    block.pairs(
        (left, right) -> {
          Comparison comparison = Comparison.of(left, right, namesakes, least);
          if (comparison != null) {
            rows.add(pair(key, left, right, comparison));
          }
        });
    trials(block, namesakes, threshold)
        .forEach((finding, pairs) -> rows.add(finding(key, finding, "", pairs)));
    block
        .oversized()
        .forEach((part, size) -> rows.add(finding(key, Finding.OVERSIZED, part, size)));
    return rows.iterator();
  }

  /** How many trial pairs of the block came out how. */
  private static Map<Finding, Long> trials(Block block, int namesakes, double threshold) {
    Map<Finding, Long> outcomes = new EnumMap<>(Finding.class);
    block.trials(
        (left, right) -> {
          boolean found = Trial.finds(left, right, namesakes, threshold);
          if (left.sharesId(right)) {
            outcomes.merge(found ? Finding.RIGHT : Finding.MISSED, 1L, Long::sum);
          } else if (found) {
            outcomes.merge(Finding.WRONG, 1L, Long::sum);
          }
        },
        (left, right) -> {
          if (left.sharesId(right)) {
            outcomes.merge(Finding.MISSED, 1L, Long::sum);
          }
        });
    return outcomes;
  }

  private static Row pair(long key, Profile left, Profile right, Comparison comparison) {
    return RowFactory.create(
        key,
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
        null);
  }

  private static Row finding(long key, Finding finding, String subject, long size) {
    return RowFactory.create(
        key, null, null, null, null, null, null, null, null, finding.text(), subject, size);
  }
}
