package org.reelhouse.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.reelhouse.config.MatchSettings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Silver;

/**
 * Compares again only the blocks in which something changed since the last run, with the result of
 * comparing all.
 *
 * <p>What a block gives depends on the source titles in it and on nothing else. Those that came,
 * went or changed since the version that was compared last name the blocks to compare; the pairs of
 * all others are in {@code silver.match}. All is compared where there is no earlier comparison of
 * the same method, where its versions are gone, or where so much changed that it saves nothing.
 */
final class IncrementalComparison {
  /** Raised with every change of blocks or of what the comparison of two titles gives. */
  private static final int METHOD = 1;

  private static final String METHOD_ROW = "method";

  /** Up to so many keys, 8 MB, go to each task; the same holds for references. */
  private static final int MOST_BLOCKS = 1_000_000;

  private final Lake lake;
  private final MatchSettings settings;
  private final Dataset<Row> sourceTitles;
  private final long version;

  /**
   * A comparison.
   *
   * @param sourceTitles {@code silver.source_title} as it is
   */
  IncrementalComparison(Lake lake, MatchSettings settings, Dataset<Row> sourceTitles) {
    this.lake = lake;
    this.settings = settings;
    this.sourceTitles = Profile.stated(sourceTitles);
    this.version = lake.version(Silver.SOURCE_TITLE).orElseThrow();
  }

  /** What {@link Candidates#compared} gives of all source titles. */
  Dataset<Row> compared() {
    return earlierTitles()
        .flatMap(this::changedBlocks)
        .map(this::compared)
        .orElseGet(() -> Candidates.compared(sourceTitles, settings, Candidates.FLOOR));
  }

  /**
   * Notes what the next run has to know, once {@code silver.match} is written.
   *
   * @param compared what {@link #compared} gave
   */
  void write(Dataset<Row> compared) {
    List<Row> method =
        List.of(
            RowFactory.create(
                METHOD_ROW, method(), "", 0L, version, lake.version(Silver.MATCH).orElseThrow()));
    lake.replace(
        Silver.MATCH_STATE,
        findings(compared)
            .unionByName(lake.frame(method, Silver.MATCH_STATE.schema()), true)
            .coalesce(1));
  }

  /** The source titles that were compared last, where that can be built on. */
  private Optional<Dataset<Row>> earlierTitles() {
    if (!settings.incremental()) {
      return Optional.empty();
    }
    List<Row> rows =
        lake.readOrEmpty(Silver.MATCH_STATE)
            .where(col("finding").equalTo(METHOD_ROW).and(col("block").equalTo(method())))
            .select("source_title_version", "match_version")
            .collectAsList();
    if (rows.size() != 1 || !isNewest(rows.get(0).getLong(1))) {
      return Optional.empty();
    }
    return lake.readVersion(Silver.SOURCE_TITLE, rows.get(0).getLong(0)).map(Profile::stated);
  }

  private boolean isNewest(long version) {
    OptionalLong newest = lake.version(Silver.MATCH);
    return newest.isPresent() && newest.getAsLong() == version;
  }

  private long method() {
    return Fingerprints.of(
        "%d %d %s %s"
            .formatted(METHOD, settings.maxBlock(), settings.threshold(), Candidates.FLOOR));
  }

  /** Sorted keys, or nothing if they are too many. */
  private Optional<long[]> changedBlocks(Dataset<Row> earlier) {
    Dataset<Row> changed = lake.keep(changed(earlier).union(decidedByPeople()).distinct());
    long titles = changed.count();
    if (titles == 0) {
      return Optional.of(new long[0]);
    }
    if (titles > MOST_BLOCKS) {
      return Optional.empty();
    }
    Dataset<Row> profiles = only(changed, earlier).union(only(changed, sourceTitles));
    List<Long> keys = Candidates.keys(profiles).limit(MOST_BLOCKS + 1).collectAsList();
    return keys.size() > MOST_BLOCKS
        ? Optional.empty()
        : Optional.of(keys.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  /** References of the source titles that are in one version only or differ in what is compared. */
  private Dataset<Row> changed(Dataset<Row> earlier) {
    return fingerprints(earlier)
        .union(fingerprints(sourceTitles))
        .groupBy("reference", "fingerprint")
        .count()
        .where(col("count").equalTo(1))
        .select("reference");
  }

  private static Dataset<Row> fingerprints(Dataset<Row> titles) {
    Column hash =
        ContentHash.ofRow(Silver.SOURCE_TITLE, column -> Profile.COLUMNS.contains(column.name()));
    return titles.select(Titles.reference().as("reference"), hash.as("fingerprint"));
  }

  /** Their pairs stand in the place of what was compared. */
  private Dataset<Row> decidedByPeople() {
    Dataset<Row> pairs = lake.read(Silver.MATCH).where(col("block").isNull());
    return pairs.select("left").union(pairs.select("right"));
  }

  private static Dataset<Row> only(Dataset<Row> changed, Dataset<Row> titles) {
    return titles
        .select(Profile.columns())
        .join(broadcast(changed), Titles.reference().equalTo(col("reference")), "leftsemi");
  }

  private Dataset<Row> compared(long[] blocks) {
    lake.note(
        blocks.length == 0
            ? "finds no source title changed since the last run"
            : "compares again the %,d blocks in which a source title changed"
                .formatted(blocks.length));
    LongPredicate changed =
        (LongPredicate & Serializable) key -> Arrays.binarySearch(blocks, key) >= 0;
    Column holds =
        not(udf((UDF1<Long, Boolean>) changed::test, DataTypes.BooleanType).apply(col("block")));
    Dataset<Row> pairs =
        lake.read(Silver.MATCH)
            .where(col("block").isNotNull())
            .where(holds)
            .drop("decision")
            .join(Titles.withIds(sourceTitles, "left"), "left")
            .join(Titles.withIds(sourceTitles, "right"), "right");
    Dataset<Row> findings =
        lake.read(Silver.MATCH_STATE)
            .where(not(col("finding").equalTo(METHOD_ROW)))
            .where(holds)
            .drop("source_title_version", "match_version");
    Dataset<Row> unchanged = pairs.unionByName(findings, true);
    return blocks.length == 0
        ? unchanged
        : Candidates.compared(sourceTitles, settings, Candidates.FLOOR, changed)
            .unionByName(unchanged, true);
  }

  private static Dataset<Row> findings(Dataset<Row> compared) {
    return compared.where(col("finding").isNotNull()).select("finding", "block", "subject", "size");
  }
}
