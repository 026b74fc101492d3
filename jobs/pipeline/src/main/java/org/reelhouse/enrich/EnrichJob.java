package org.reelhouse.enrich;

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
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Infers what a source title leaves out by models that are fitted to other titles. */
public final class EnrichJob implements Job {

  @Override
  public String name() {
    return "enrich";
  }

  @Override
  public String description() {
    return "Infers what source titles leave out by models fitted to other titles.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.SOURCE_TITLE, Ops.MODEL_VERSION, Ops.MODEL_DECISION);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.TITLE_INFERENCE, Ops.MODEL_VERSION, Ops.MODEL_METRIC, Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    TrainingRun run =
        TrainingRun.begin(
            lake,
            context,
            this,
            settings.of(ModelsSettings.class),
            settings.of(EnrichSettings.class));
    GenresFromOverviews genres =
        new GenresFromOverviews(
            lake,
            context,
            lake.read(Silver.SOURCE_TITLE),
            settings.of(EnrichSettings.class),
            settings.of(ModelsSettings.class).drift().sample());
    Rollout rollout =
        run.train(
            settings.of(EnrichSettings.class).genresFromOverviews() ? List.of(genres) : List.of());
    Optional<Dataset<Row>> inferred =
        rollout.serving(genres).map(Serving::first).map(genres::inferred);
    long titles =
        lake.replace(
            Silver.TITLE_INFERENCE,
            inferred.orElseGet(() -> lake.frame(List.of(), Silver.TITLE_INFERENCE.schema())));
    rollout.publish();
    long all = lake.count(Silver.SOURCE_TITLE);
    return List.of(new Tally(Silver.SOURCE_TITLE.name(), all, titles, titles, 0, 0));
  }
}
