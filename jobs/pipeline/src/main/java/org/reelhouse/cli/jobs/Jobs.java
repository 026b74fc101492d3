package org.reelhouse.cli.jobs;

import java.util.List;
import org.reelhouse.Job;
import org.reelhouse.enrich.EnrichJob;
import org.reelhouse.ingest.IngestJob;
import org.reelhouse.match.MatchJob;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.pipeline.JobGraph;
import org.reelhouse.popularity.PopularityJob;
import org.reelhouse.ratings.RatingsJob;
import org.reelhouse.recommend.RecommendJob;
import org.reelhouse.themes.ThemesJob;
import org.reelhouse.trends.TrendsJob;
import org.reelhouse.warehouse.WarehouseJob;

/** All jobs. */
public final class Jobs {
  private Jobs() {}

  public static List<Job> all() {
    return List.of(
        new IngestJob(),
        new NormalizeJob(),
        new EnrichJob(),
        new MatchJob(),
        new RatingsJob(),
        new RecommendJob(),
        new PopularityJob(),
        new ThemesJob(),
        new WarehouseJob(),
        new TrendsJob());
  }

  public static JobGraph graph() {
    return JobGraph.of(all());
  }
}
