package org.reelhouse.match.incremental;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.blocking.Candidates;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/**
 * What {@code silver.match_state} holds of the run before: what it compared and how, and which
 * versions of the other tables hold its result.
 */
public final class MatchState {
  /** Raised with every change of blocks or of what the comparison of two titles gives. */
  private static final int METHOD = 4;

  /** Raised with every change of what becomes of compared pairs: clusters, ids, golden records. */
  private static final int OUTCOME = 1;

  private static final String METHOD_ROW = "method";
  private static final String INFERENCES = "title_inference_version";

  private final Lake lake;
  private final MatchSettings settings;
  private final SourcePriority ranking;
  private final long version;
  private final OptionalLong inferenceVersion;
  private final Dataset<Row> rows;
  private final Optional<Row> before;

  /**
   * Reads the state.
   *
   * @param settings of this run
   */
  public MatchState(Lake lake, MatchSettings settings, SourcePriority ranking) {
    this.lake = lake;
    this.settings = settings;
    this.ranking = ranking;
    this.version = lake.version(Silver.SOURCE_TITLE).orElseThrow();
    this.inferenceVersion = lake.version(Silver.TITLE_INFERENCE);
    this.rows = lake.readOrEmpty(Silver.MATCH_STATE);
    this.before =
        lake.count(Silver.SOURCE_TITLE) < settings.incrementalFrom() ? Optional.empty() : before();
  }

  /** The row of the run before, if that compared by the same method and its pairs are there. */
  private Optional<Row> before() {
    List<Row> methods =
        rows.where(col("finding").equalTo(METHOD_ROW).and(col("block").equalTo(method())))
            .collectAsList();
    return methods.size() == 1 && isNewest(Silver.MATCH, methods.get(0), "match_version")
        ? Optional.of(methods.get(0))
        : Optional.empty();
  }

  private boolean isNewest(Table table, Row method, String column) {
    Long noted = method.getAs(column);
    OptionalLong newest = lake.version(table);
    return noted != null && newest.isPresent() && newest.getAsLong() == noted;
  }

  private long method() {
    return Fingerprints.of(
        "%d %d %s %s"
            .formatted(METHOD, settings.maxBlock(), settings.threshold(), Candidates.FLOOR));
  }

  /** What the outcome of compared pairs depends on beside the pairs and the overrides. */
  private long outcome() {
    return Fingerprints.of(
        "%d %s %s %d"
            .formatted(
                OUTCOME,
                new TreeMap<>(ranking.priorities()),
                new TreeMap<>(ranking.winners()),
                settings.reviewRows()));
  }

  /** {@code silver.source_title} as it was compared last, where that can be built on. */
  Optional<Dataset<Row>> sourceTitles() {
    return before.flatMap(
        method ->
            lake.readVersion(Silver.SOURCE_TITLE, method.<Long>getAs("source_title_version")));
  }

  /** {@code silver.title_inference} as titles were made by last; none where there was none. */
  Optional<Dataset<Row>> inferences() {
    return before
        .filter(method -> List.of(method.schema().fieldNames()).contains(INFERENCES))
        .map(method -> method.<Long>getAs(INFERENCES))
        .flatMap(version -> lake.readVersion(Silver.TITLE_INFERENCE, version));
  }

  /** Whether titles and their ids are those of the run before, and would be made the same way. */
  boolean outcomeStands() {
    return before
        .filter(method -> isNewest(Silver.TITLE_SOURCE, method, "title_source_version"))
        .filter(method -> isNewest(Silver.TITLE, method, "title_version"))
        .filter(method -> equal(method.getAs("outcome"), outcome()))
        .isPresent();
  }

  private static boolean equal(@Nullable Long noted, long present) {
    return noted != null && noted == present;
  }

  /** How many source titles the run before merged into others. */
  public long merged() {
    return before.orElseThrow().<Long>getAs("size");
  }

  /**
   * What the blocks gave beside pairs: {@code finding}, {@code block}, {@code subject}, {@code
   * size}.
   */
  Dataset<Row> findings() {
    return findings(rows.where(not(col("finding").equalTo(METHOD_ROW))));
  }

  /** Likewise of what {@link Candidates#compared} gives. */
  static Dataset<Row> findings(Dataset<Row> compared) {
    return compared.where(col("finding").isNotNull()).select("finding", "block", "subject", "size");
  }

  /**
   * Notes what the next run has to know, once all other tables are written: a run that breaks off
   * leaves versions that this does not name.
   *
   * @param findings of all blocks
   * @param merged how many source titles were merged into others
   */
  public void write(Dataset<Row> findings, long merged) {
    List<Row> method =
        List.of(
            RowFactory.create(
                METHOD_ROW,
                method(),
                "",
                merged,
                version,
                lake.version(Silver.MATCH).orElseThrow(),
                lake.version(Silver.TITLE_SOURCE).orElseThrow(),
                lake.version(Silver.TITLE).orElseThrow(),
                outcome(),
                inferenceVersion.isPresent() ? inferenceVersion.getAsLong() : null));
    lake.replace(
        Silver.MATCH_STATE,
        findings.unionByName(lake.frame(method, Silver.MATCH_STATE.schema()), true).coalesce(1));
  }
}
