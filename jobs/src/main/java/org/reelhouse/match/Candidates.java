package org.reelhouse.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
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

  private static final StructType IN_BLOCK =
      new StructType(Profile.SCHEMA.fields()).add("key", DataTypes.StringType);

  /** By place: Spark hands the rows of a flatMap on as they are, without their schema. */
  private static final int KEY = IN_BLOCK.fieldIndex("key");

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
   * @return rows of one pair, which may have met in several blocks, and rows of one oversized block
   *     ({@code oversized}, {@code size}) without a pair
   */
  static Dataset<Row> compared(Dataset<Row> sourceTitles, MatchSettings settings) {
    int limit = settings.maxBlock();
    return sourceTitles
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> inBlocks(Profile.ofSourceTitle(row)),
            Encoders.row(IN_BLOCK))
        .groupByKey((MapFunction<Row, String>) row -> row.getString(KEY), Encoders.STRING())
        .flatMapSortedGroups(
            new Column[] {col("reference")},
            (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> inBlock(key, rows, limit),
            Encoders.row(COMPARED));
  }

  /** Each pair once, as the block that spoke most for it saw it. */
  static Dataset<Row> pairs(Dataset<Row> compared) {
    return compared
        .where(col("oversized").isNull())
        .groupBy("left", "right")
        .agg(
            max(struct("score", "probability", "linked", "reasons", "left_ids", "right_ids"))
                .as("best"))
        .select("left", "right", "best.*");
  }

  private static Iterator<Row> inBlocks(Profile profile) {
    Row row = profile.toRow();
    return BlockingKeys.of(profile).stream().map(key -> with(row, key)).iterator();
  }

  private static Row with(Row profile, String key) {
    Object[] values = new Object[profile.length() + 1];
    for (int i = 0; i < profile.length(); i++) {
      values[i] = profile.get(i);
    }
    values[profile.length()] = key;
    return RowFactory.create(values);
  }

  private static Iterator<Row> inBlock(String key, Iterator<Row> rows, int limit) {
    List<Profile> members = new ArrayList<>();
    long size = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (size++ < (long) limit * SPLITTABLE) {
        members.add(Profile.ofRow(row));
      }
    }
    if (size > members.size()) {
      return List.of(oversized(key, size)).iterator();
    }
    Block block = new Block(key, members);
    List<Row> result = new ArrayList<>();
    for (Block part : size > limit ? block.byYear() : List.of(block)) {
      result.addAll(compare(part, block.namesakes(), limit));
    }
    return result.iterator();
  }

  private static Collection<Row> compare(Block block, int namesakes, int limit) {
    if (block.members().size() > limit) {
      return List.of(oversized(block.key(), block.members().size()));
    }
    List<Row> rows = new ArrayList<>();
    block.pairs(
        (left, right) -> {
          Comparison comparison = Comparison.of(left, right, namesakes);
          if (comparison.probability() >= FLOOR) {
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
