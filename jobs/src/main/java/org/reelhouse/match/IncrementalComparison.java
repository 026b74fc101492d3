package org.reelhouse.match;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.config.MatchSettings;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Silver;

/**
 * Compares again only what changed since the last run, with the result of comparing all.
 *
 * <p>Source titles that came, went or changed since the version that was compared last name the
 * blocks to look into. There they are compared with all others; two titles that stayed are compared
 * again only where the {@linkplain BlockShape shape} of the block changed, for what a comparison
 * gives depends on that beside the two. All other pairs are in {@code silver.match}. All is
 * compared where there is no earlier comparison of the same method, where its versions are gone, or
 * where source titles are so few, or so many of them changed, that it saves nothing.
 */
final class IncrementalComparison {
  /** Raised with every change of blocks or of what the comparison of two titles gives. */
  private static final int METHOD = 4;

  private static final String METHOD_ROW = "method";

  /** Up to so many blocks or source titles, 8 MB, are told to each task. */
  private static final int MOST_TOLD = 1_000_000;

  /** Where more than one title in so many changed, comparing all is as quick. */
  private static final int LARGEST_SHARE = 2;

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
        .flatMap(this::compared)
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
    if (lake.count(Silver.SOURCE_TITLE) < settings.incrementalFrom()) {
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

  /**
   * Hashes of the references of source titles that are to be compared, unless they are too many.
   */
  private Optional<LongSet> changed(Dataset<Row> earlier) {
    Dataset<Long> changed =
        fingerprints(earlier)
            .union(fingerprints(sourceTitles))
            .groupBy("reference", "fingerprint")
            .count()
            .where(col("count").equalTo(1))
            .select("reference")
            .union(decidedByPeople())
            .distinct()
            .as(Encoders.LONG());
    long most = Math.min(MOST_TOLD, lake.count(Silver.SOURCE_TITLE) / LARGEST_SHARE);
    return LongSet.ofAtMost(Math.toIntExact(most), changed);
  }

  private static Dataset<Row> fingerprints(Dataset<Row> titles) {
    Column hash =
        ContentHash.ofRow(Silver.SOURCE_TITLE, column -> Profile.COLUMNS.contains(column.name()));
    return titles.select(hash(Titles.reference()).as("reference"), hash.as("fingerprint"));
  }

  /** Of two titles with one hash, both are compared where one changed. */
  private static Column hash(Column reference) {
    return xxhash64(reference);
  }

  /** Their pairs stand in the place of what was compared. */
  private Dataset<Row> decidedByPeople() {
    Dataset<Row> pairs = lake.read(Silver.MATCH).where(col("block").isNull());
    return pairs.select(hash(col("left"))).union(pairs.select(hash(col("right"))));
  }

  private Optional<Dataset<Row>> compared(Dataset<Row> earlier) {
    return changed(earlier).flatMap(changed -> compared(earlier, changed));
  }

  private Optional<Dataset<Row>> compared(Dataset<Row> earlier, LongSet changed) {
    if (changed.isEmpty()) {
      lake.note("finds no source title changed since the last run");
      return Optional.of(kept(changed, changed, changed));
    }
    Column hasChanged = changed.contains(hash(Titles.reference()));
    Dataset<Row> moved =
        lake.keep(
            Candidates.standing(earlier.where(hasChanged), Standing.WENT)
                .union(Candidates.standing(sourceTitles.where(hasChanged), Standing.CAME)));
    Dataset<Row> stayed = Candidates.standing(sourceTitles.where(not(hasChanged)), Standing.STAYED);
    return LongSet.ofAtMost(MOST_TOLD, Candidates.keys(moved))
        .map(blocks -> compared(moved.union(stayed), changed, blocks));
  }

  private Dataset<Row> compared(Dataset<Row> standing, LongSet changed, LongSet blocks) {
    lake.note(
        "compares again the %,d source titles that changed since the last run, in %,d blocks"
            .formatted(changed.size(), blocks.size()));
    Dataset<Row> again =
        lake.keep(Candidates.compared(standing, settings, Candidates.FLOOR, blocks));
    Column isRestructured = col("finding").equalTo(Finding.RESTRUCTURED.text());
    LongSet restructured =
        LongSet.of(again.where(isRestructured).select("block").as(Encoders.LONG()).collectAsList());
    return again
        .where(not(coalesce(isRestructured, lit(false))))
        .unionByName(kept(changed, blocks, restructured), true);
  }

  /** What holds on of the earlier comparison. */
  private Dataset<Row> kept(LongSet changed, LongSet blocks, LongSet restructured) {
    Dataset<Row> pairs =
        lake.read(Silver.MATCH)
            .where(col("block").isNotNull())
            .where(not(restructured.contains(col("block"))))
            .where(not(changed.contains(hash(col("left")))))
            .where(not(changed.contains(hash(col("right")))))
            .drop("decision");
    Dataset<Row> findings =
        lake.read(Silver.MATCH_STATE)
            .where(not(col("finding").equalTo(METHOD_ROW)))
            .where(not(blocks.contains(col("block"))))
            .drop("source_title_version", "match_version");
    return pairs.unionByName(findings, true);
  }

  private static Dataset<Row> findings(Dataset<Row> compared) {
    return compared.where(col("finding").isNotNull()).select("finding", "block", "subject", "size");
  }
}
