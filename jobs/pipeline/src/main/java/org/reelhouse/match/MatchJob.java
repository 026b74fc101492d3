package org.reelhouse.match;

import static java.util.Map.entry;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.match.clusters.Clusters;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.match.incremental.AffectedSet;
import org.reelhouse.match.incremental.ComparedPairs;
import org.reelhouse.match.incremental.IncrementalComparison;
import org.reelhouse.match.incremental.MatchState;
import org.reelhouse.match.incremental.Scope;
import org.reelhouse.match.review.OverriddenPairs;
import org.reelhouse.match.review.Overrides;
import org.reelhouse.match.review.Review;
import org.reelhouse.match.titles.ClusterTitles;
import org.reelhouse.match.titles.InferredGenres;
import org.reelhouse.match.titles.TitleLedger;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Finds which source titles are the same work and makes one title of them. */
public final class MatchJob implements Job {

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String description() {
    return "Finds which source titles are the same work and makes one title of them.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(
        Silver.SOURCE_TITLE,
        Silver.TITLE_INFERENCE,
        Silver.MATCH,
        Silver.MATCH_STATE,
        Silver.TITLE_SOURCE,
        Silver.TITLE_LEDGER,
        Silver.TITLE_ALIAS,
        Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Silver.MATCH,
        Silver.MATCH_STATE,
        Silver.MATCH_REVIEW,
        Silver.TITLE_SOURCE,
        Silver.TITLE_LEDGER,
        Silver.TITLE_ALIAS,
        Silver.TITLE,
        Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    MatchSettings match = settings.of(MatchSettings.class);
    Dataset<Row> sourceTitles = lake.read(Silver.SOURCE_TITLE);
    SourcePriority ranking = SourcePriority.of(settings);
    Overrides overrides =
        Overrides.read(
            match.overrides(), sourceTitles.sparkSession().sessionState().newHadoopConf());
    MatchState state = new MatchState(lake, match, ranking);
    ComparedPairs pairs =
        new IncrementalComparison(lake, context, match, sourceTitles, state).compared();
    Column probable = col("probability").geq(lit(match.threshold()));
    TitleLedger ledger = new TitleLedger(lake, context);
    Dataset<Row> titleSources = lake.readOrEmpty(Silver.TITLE_SOURCE);
    Scope scope =
        new AffectedSet(lake, context, state, ledger, titleSources, Clusters.Limits.USUAL.hashed())
            .of(pairs, overrides, probable);
    if (scope.isNothing()) {
      return confirmed(lake, context, pairs, state);
    }
    Dataset<Row> inScope = scope.within(sourceTitles);
    Dataset<Row> found = pairs.isWhole() ? pairs.found() : lake.keep(pairs.within(scope));
    OverriddenPairs overridden = new OverriddenPairs(lake, overrides, inScope, found);
    Dataset<Row> compared = overrides.isEmpty() ? found : lake.keep(overridden.applied());
    Dataset<Row> members =
        Clusters.members(
            lake, compared.where(probable), ranking, overrides.apart(), Clusters.Limits.USUAL);
    Dataset<Row> previous = scope.within(titleSources);
    Dataset<Row> identified =
        lake.keep(
            ClusterTitles.identified(
                lake, context.asOf(), inScope, members, previous, titleSources, ledger));
    long merged = merged(scope, state, previous, identified);
    Dataset<Row> decided = decided(compared, probable, members);
    Dataset<Row> titles =
        ClusterTitles.merged(InferredGenres.filledIn(inScope, lake), identified, ranking);
    Map<Table, Long> written =
        SideBySide.run(
            List.of(
                entry(
                    Silver.MATCH,
                    () -> {
                      long rows =
                          lake.replace(Silver.MATCH, scope.completedPairs(decided, pairs::kept));
                      Dataset<Row> decisions = lake.read(Silver.MATCH);
                      lake.replace(
                          Silver.MATCH_REVIEW,
                          Review.of(lake, decisions, sourceTitles, match.reviewRows()));
                      return rows;
                    }),
                entry(
                    Silver.TITLE_SOURCE,
                    () -> {
                      // The ledger first: what a run that breaks off has not noted, it notes again.
                      ledger.write(previous, identified);
                      return lake.replace(
                          Silver.TITLE_SOURCE,
                          scope.completed(
                              identified.drop("cluster"),
                              () -> titleSources,
                              ClusterTitles.reference()));
                    }),
                entry(
                    Ops.DATA_QUALITY,
                    () ->
                        MatchQuality.write(
                            lake,
                            context,
                            name(),
                            pairs.findings(),
                            overrides.isEmpty() ? List.of() : overridden.idle(match.threshold()))),
                // The longest goes last: its tasks keep all cores busy, those before it do not.
                entry(
                    Silver.TITLE,
                    () ->
                        lake.replace(
                            Silver.TITLE,
                            scope.completed(
                                titles,
                                () -> lake.read(Silver.TITLE),
                                col("sources").getItem(0))))));
    state.write(pairs.findings(), merged);
    return tallies(lake, Objects.requireNonNull(written.get(Silver.TITLE)), merged);
  }

  /** Where nothing changed, all tables are left as they are. */
  private List<Tally> confirmed(
      Lake lake, RunContext context, ComparedPairs pairs, MatchState state) {
    MatchQuality.write(lake, context, name(), pairs.findings(), List.of());
    state.write(pairs.findings(), state.merged());
    return tallies(lake, lake.count(Silver.TITLE), state.merged());
  }

  private static List<Tally> tallies(Lake lake, long titles, long merged) {
    long read = lake.count(Silver.SOURCE_TITLE);
    return List.of(new Tally(Silver.SOURCE_TITLE.name(), read, read, titles, merged, 0));
  }

  /** How many source titles are merged into others, of all and not only of those in the scope. */
  private static long merged(
      Scope scope, MatchState state, Dataset<Row> previous, Dataset<Row> identified) {
    long now = identified.where(not(ClusterTitles.isFirst())).count();
    if (scope.isAll()) {
      return now;
    }
    long before = previous.count() - previous.select("title_id").distinct().count();
    return state.merged() - before + now;
  }

  /**
   * Rows of {@code silver.match}. A pair within one cluster is a match even where only a third
   * title joined the two.
   */
  static Dataset<Row> decided(Dataset<Row> compared, Column probable, Dataset<Row> members) {
    Column together = col("left_cluster").equalTo(col("right_cluster"));
    return compared
        .where(col("left").isNotNull())
        .join(clusterOf(members, "left"), col("left").equalTo(col("left_end")), "left")
        .join(clusterOf(members, "right"), col("right").equalTo(col("right_end")), "left")
        .withColumn(
            "decision", when(together, "match").when(probable, "rejected").otherwise("distinct"))
        .select(
            Arrays.stream(Silver.MATCH.schema().fieldNames())
                .map(functions::col)
                .toArray(Column[]::new));
  }

  private static Dataset<Row> clusterOf(Dataset<Row> members, String side) {
    return members.select(col("reference").as(side + "_end"), col("cluster").as(side + "_cluster"));
  }
}
