package org.reelhouse.themes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.models.Rollout;
import org.reelhouse.models.Serving;
import org.reelhouse.models.TrainingRun;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;
import org.reelhouse.themes.corpus.Documents;

/** Finds themes in the overviews of titles. With too few overviews there are no themes. */
public final class ThemesJob implements Job {
  @Override
  public String name() {
    return "themes";
  }

  @Override
  public String description() {
    return "Finds themes in the overviews of titles.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(
        Silver.TITLE, Gold.THEME, Gold.TITLE_THEME, Ops.MODEL_VERSION, Ops.MODEL_DECISION);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.THEME,
        Gold.TITLE_THEME,
        Gold.THEME_TREND,
        Ops.MODEL_VERSION,
        Ops.MODEL_METRIC,
        Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    ThemesSettings chosen = settings.of(ThemesSettings.class);
    TrainingRun run =
        TrainingRun.begin(lake, context, this, settings.of(ModelsSettings.class), chosen);
    Dataset<Row> documents =
        lake.keep(Documents.of(lake.read(Silver.TITLE), chosen.texts(), chosen.partitions()));
    TrainedThemes model =
        new TrainedThemes(
            lake, documents, chosen, settings.of(ModelsSettings.class).drift().sample());
    Rollout rollout = run.train(model);
    Optional<Themes> serving =
        rollout.serving(model).map(Serving::first).map(Serving.Version::model);
    long published =
        serving
            .map(themes -> publish(lake, themes, context.asOf().getYear()))
            .orElseGet(() -> publishNothing(lake));
    rollout.publish();
    long placed = serving.map(Themes::titles).orElse(0L);
    return List.of(
        new Tally(Silver.TITLE.name(), lake.count(Silver.TITLE), placed, published, 0, 0));
  }

  private static long publish(Lake lake, Themes themes, int year) {
    long titles =
        lake.replace(
            Gold.TITLE_THEME, themes.members().select("title_id", "theme_id", "similarity"));
    lake.replace(Gold.THEME, lake.frame(themes.rows(), Gold.THEME.schema()));
    lake.replace(
        Gold.THEME_TREND,
        lake.frame(
            ThemeTrends.rows(ThemeTrends.releases(themes.members(), year)),
            Gold.THEME_TREND.schema()));
    return titles;
  }

  private static long publishNothing(Lake lake) {
    for (Table table : List.of(Gold.THEME, Gold.THEME_TREND, Gold.TITLE_THEME)) {
      lake.replace(table, lake.frame(List.of(), table.schema()));
    }
    return 0;
  }
}
