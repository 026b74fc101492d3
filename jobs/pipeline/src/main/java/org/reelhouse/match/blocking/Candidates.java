package org.reelhouse.match.blocking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.comparison.Comparison;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Profile;

/**
 * Pairs of source titles that may be the same work, compared.
 *
 * <p>Every title goes to each of its blocks with all that is compared of it, so that a block is
 * compared where it lies. A block over the limit is split by year, and what is then still over is
 * passed over and reported by its size.
 */
public final class Candidates {
  /** Pairs below are of no interest to anybody and would be most of the table. */
  public static final double FLOOR = 0.05;

  /** Number of the {@link Standing} of a source title. */
  static final String STANDING = "standing";

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
  public static Dataset<Row> compared(
      Dataset<Row> sourceTitles, MatchSettings settings, double floor) {
    return compared(
        standing(sourceTitles, Standing.CAME),
        settings,
        floor,
        (LongPredicate & Serializable) key -> true);
  }

  /** Source titles, reduced to what is compared of them, that all have one {@link #STANDING}. */
  public static Dataset<Row> standing(Dataset<Row> sourceTitles, Standing standing) {
    return sourceTitles
        .select(Profile.columns())
        .withColumn(STANDING, functions.lit(standing.code()));
  }

  /**
   * Compares within some blocks what was not compared there before.
   *
   * @param standing what {@link #standing} gives
   * @param blocks serializable; says which
   */
  public static Dataset<Row> compared(
      Dataset<Row> standing, MatchSettings settings, double floor, LongPredicate blocks) {
    int limit = settings.maxBlock();
    double least = logOdds(floor);
    double threshold = logOdds(settings.threshold());
    return standing
        .flatMap((FlatMapFunction<Row, Row>) row -> inBlocks(row, blocks), Encoders.row(IN_BLOCK))
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
  public static Dataset<Long> keys(Dataset<Row> sourceTitles) {
    return sourceTitles
        .select(Profile.columns())
        .flatMap(
            (FlatMapFunction<Row, Long>)
                row -> Arrays.stream(BlockingKeys.of(Profile.placed(row)).hashes()).iterator(),
            Encoders.LONG())
        .distinct();
  }

  private static Iterator<Row> inBlocks(Row row, LongPredicate blocks) {
    Profile placed = Profile.placed(row);
    Fingerprints all = BlockingKeys.of(placed);
    long[] keys = Arrays.stream(all.hashes()).filter(blocks).toArray();
    if (keys.length == 0) {
      return Collections.emptyIterator();
    }
    Standing standing = Standing.ofCode(row.<Integer>getAs(STANDING));
    byte[] packed = PackedProfile.pack(new Member(placed.completed(row), all, standing));
    return Arrays.stream(keys).mapToObj(key -> RowFactory.create(key, packed)).iterator();
  }

  private static Iterator<Row> inBlock(
      long key, Iterator<Row> rows, int limit, double least, double threshold) {
    List<byte[]> present = new ArrayList<>();
    List<byte[]> gone = new ArrayList<>();
    long size = 0;
    while (rows.hasNext()) {
      byte[] packed = rows.next().getAs(1);
      boolean isGone = PackedProfile.standing(packed) == Standing.WENT;
      size += isGone ? 0 : 1;
      hold(packed, isGone ? gone : present);
    }
    if (size > BlockShape.MOST_HELD) {
      return tooLarge(key, present, size);
    }
    List<Member> members =
        Stream.of(present, gone).flatMap(List::stream).map(PackedProfile::unpack).toList();
    return size <= 1
        ? Collections.emptyIterator()
        : compare(new Block(key, members, limit), least, threshold);
  }

  private static Iterator<Row> tooLarge(long key, List<byte[]> held, long size) {
    String name = BlockingKeys.name(PackedProfile.unpack(held.get(0)).profile(), key);
    Row oversized = finding(key, Finding.OVERSIZED, name, size);
    boolean hasStayed =
        held.stream().anyMatch(packed -> PackedProfile.standing(packed) == Standing.STAYED);
    return hasStayed
        ? List.of(oversized, finding(key, Finding.RESTRUCTURED, "", 0)).iterator()
        : List.of(oversized).iterator();
  }

  /** Of more than can be held, one more shows that they are more. */
  private static void hold(byte[] packed, List<byte[]> held) {
    if (held.size() <= BlockShape.MOST_HELD) {
      held.add(packed);
    }
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
    if (block.isRestructured()) {
      rows.add(finding(key, Finding.RESTRUCTURED, "", 0));
    }
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
