package org.reelhouse.trends;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Counts genres by country and month and finds what grows. */
public final class TrendsJob implements Job {

  @Override
  public String name() {
    return "trends";
  }

  @Override
  public String description() {
    return "Counts genres by country and month and finds what grows.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.TITLE, Silver.RATING);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Gold.GENRE_TREND, Gold.TREND_ALERT);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    Dataset<Row> titles = lake.keep(lake.read(Silver.TITLE).transform(Occurrences::classified));
    Dataset<Row> occurrences =
        lake.keep(Occurrences.of(titles, lake.read(Silver.RATING), context.asOf()));
    Dataset<Row> trends =
        lake.keep(occurrences.transform(Mentions::monthly).transform(GenreTrends::of));

    lake.replace(Gold.GENRE_TREND, trends.transform(GenreTrends::published));
    lake.replace(Gold.TREND_ALERT, TrendAlerts.of(trends, settings.of(TrendsSettings.class)));
    return TrendTallies.of(lake, occurrences, trends);
  }
}
