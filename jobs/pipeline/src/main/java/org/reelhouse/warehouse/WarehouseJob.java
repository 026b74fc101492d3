package org.reelhouse.warehouse;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Builds the star schema of dimensions, bridges and facts. */
public final class WarehouseJob implements Job {

  @Override
  public String name() {
    return "warehouse";
  }

  @Override
  public String description() {
    return "Builds the star schema of dimensions, bridges and facts.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(
        Silver.SOURCE_TITLE,
        Silver.SOURCE_CREDIT,
        Silver.TITLE_SOURCE,
        Silver.TITLE,
        Silver.RATING,
        Gold.FACT_POPULARITY);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.DIM_TITLE,
        Gold.DIM_GENRE,
        Gold.DIM_PERSON,
        Gold.DIM_PLATFORM,
        Gold.DIM_COUNTRY,
        Gold.DIM_LANGUAGE,
        Gold.DIM_DATE,
        Gold.DIM_USER,
        Gold.BRIDGE_TITLE_GENRE,
        Gold.BRIDGE_TITLE_PERSON,
        Gold.BRIDGE_TITLE_COUNTRY,
        Gold.FACT_RATING,
        Gold.FACT_AVAILABILITY,
        Gold.FACT_POPULARITY);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    Star star = Star.from(lake, context.asOf(), settings);
    star.requireKnownTitles();
    Map<Table, Long> written = SideBySide.run(publications(lake, star));
    return WarehouseTallies.of(lake, star, written);
  }

  /** The slowest first, so that they do not run alone at the end. */
  private static List<Map.Entry<Table, Callable<Long>>> publications(Lake lake, Star star) {
    return List.of(
        entry(Gold.DIM_USER, () -> lake.replace(Gold.DIM_USER, star.users())),
        entry(
            Gold.BRIDGE_TITLE_PERSON,
            () -> lake.replace(Gold.BRIDGE_TITLE_PERSON, star.titlePersons())),
        entry(Gold.DIM_TITLE, () -> lake.replace(Gold.DIM_TITLE, star.titles())),
        entry(Gold.FACT_RATING, () -> lake.replace(Gold.FACT_RATING, star.ratings())),
        entry(Gold.DIM_PERSON, () -> lake.replace(Gold.DIM_PERSON, star.persons())),
        entry(Gold.FACT_POPULARITY, () -> PopularityHistory.publish(lake, star.sourceTitles())),
        entry(
            Gold.FACT_AVAILABILITY,
            () -> lake.replace(Gold.FACT_AVAILABILITY, star.availability())),
        entry(
            Gold.BRIDGE_TITLE_GENRE,
            () -> lake.replace(Gold.BRIDGE_TITLE_GENRE, star.titleGenres())),
        entry(
            Gold.BRIDGE_TITLE_COUNTRY,
            () -> lake.replace(Gold.BRIDGE_TITLE_COUNTRY, star.titleCountries())),
        entry(Gold.DIM_GENRE, () -> lake.replace(Gold.DIM_GENRE, star.genres())),
        entry(Gold.DIM_COUNTRY, () -> lake.replace(Gold.DIM_COUNTRY, star.countries())),
        entry(Gold.DIM_LANGUAGE, () -> lake.replace(Gold.DIM_LANGUAGE, star.languages())),
        entry(Gold.DIM_PLATFORM, () -> lake.replace(Gold.DIM_PLATFORM, star.platforms())),
        entry(Gold.DIM_DATE, () -> lake.replace(Gold.DIM_DATE, star.days())));
  }
}
