package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Silver;

/**
 * The tables of the star schema as plans over a few inputs that are read once and kept.
 *
 * @param lake where the silver tables are
 * @param calendar the days that a fact may name
 * @param classes {@link TitleClasses#of}, kept
 * @param sourceTitles {@link SourceTitles#of}, kept
 * @param parts {@link People#parts}, kept
 * @param raters {@link Ratings#byUser}, kept
 * @param rated {@link Ratings#byTitle}, kept
 */
record Star(
    Lake lake,
    Calendar calendar,
    Dataset<Row> classes,
    Dataset<Row> sourceTitles,
    Dataset<Row> parts,
    Dataset<Row> raters,
    Dataset<Row> rated) {

  static Star from(Lake lake, LocalDate asOf, Settings settings) {
    Calendar calendar = Calendar.upTo(asOf);
    Dataset<Row> titleSources = lake.read(Silver.TITLE_SOURCE);
    Dataset<Row> ratings = lake.read(Silver.RATING);
    return new Star(
        lake,
        calendar,
        lake.keep(lake.read(Silver.TITLE).transform(TitleClasses::of)),
        lake.keep(SourceTitles.of(lake.read(Silver.SOURCE_TITLE), titleSources)),
        lake.keep(
            People.parts(
                lake.read(Silver.SOURCE_CREDIT), titleSources, People.tmdbSources(settings))),
        lake.keep(Ratings.byUser(ratings, calendar)),
        lake.keep(ratings.transform(Ratings::byTitle)));
  }

  /**
   * Checks that every title that is rated or that a source title belongs to is in silver.title.
   *
   * @throws PipelineException naming one that is not
   */
  void requireKnownTitles() {
    List<Row> unknown =
        rated
            .select("title_id")
            .union(sourceTitles.select("title_id").filter(col("title_id").isNotNull()))
            .join(classes, rated.col("title_id").equalTo(classes.col("title_id")), "left_anti")
            .takeAsList(1);
    if (!unknown.isEmpty()) {
      throw new PipelineException(
          "Cannot build the warehouse: silver.title_source or silver.rating names title "
              + unknown.get(0).getString(0)
              + ", which silver.title does not hold. Run match and ratings again for one as-of date.");
    }
  }

  Dataset<Row> titles() {
    return TitleDimension.of(lake.read(Silver.TITLE), rated);
  }

  Dataset<Row> genres() {
    return GenreDimension.of(lake, titleGenres());
  }

  Dataset<Row> persons() {
    return parts.transform(People::dimension);
  }

  Dataset<Row> platforms() {
    return availability().transform(SourceTitles::platforms);
  }

  Dataset<Row> countries() {
    return classes.transform(TitleClasses::countries);
  }

  Dataset<Row> languages() {
    return classes.transform(TitleClasses::languages);
  }

  Dataset<Row> days() {
    return calendar.days(
        List.of(
            raters.select("first_day", "last_day"),
            SourceTitles.days(sourceTitles, calendar),
            PopularityHistory.days(lake)));
  }

  Dataset<Row> users() {
    return Ratings.users(lake.read(Silver.RATING), raters, classes);
  }

  Dataset<Row> titleGenres() {
    return classes.transform(TitleClasses::titleGenres);
  }

  Dataset<Row> titlePersons() {
    return parts.transform(People::bridge);
  }

  Dataset<Row> titleCountries() {
    return classes.transform(TitleClasses::titleCountries);
  }

  Dataset<Row> ratings() {
    return Ratings.facts(lake.read(Silver.RATING), calendar);
  }

  Dataset<Row> availability() {
    return SourceTitles.availability(sourceTitles, calendar);
  }
}
