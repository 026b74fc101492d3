package org.reelhouse.tables;

import java.util.List;
import org.reelhouse.reference.Kind;

/** The gold layer: the warehouse that BI users query. */
public final class Gold {
  private Gold() {}

  public static final Table DIM_TITLE =
      Table.of(
              "gold.dim_title",
              "One title.",
              """
              title_id STRING NOT NULL COMMENT 'Identifier; survives reruns',
              kind STRING NOT NULL COMMENT 'movie, series, special, ova, ona, music or short',
              title STRING NOT NULL COMMENT 'Main title',
              original_title STRING COMMENT 'Title in the original language and script',
              release_date DATE COMMENT 'First release or broadcast',
              release_year INT COMMENT 'Year of first release or broadcast',
              decade INT COMMENT 'First year of the decade of release',
              original_language STRING COMMENT 'ISO 639-1 code, key of dim_language',
              runtime_minutes INT COMMENT 'Minutes of the film, or of one episode',
              seasons INT COMMENT 'Number of seasons',
              episodes INT COMMENT 'Number of episodes',
              age_rating STRING COMMENT 'Age rating as the winning source spells it',
              status STRING COMMENT 'released, airing, upcoming, in_production, planned, canceled or rumored',
              overview STRING COMMENT 'Synopsis',
              collection STRING COMMENT 'Collection or franchise the title belongs to',
              score DOUBLE COMMENT 'Mean score, 0 to 10',
              votes BIGINT COMMENT 'Users behind the score',
              members BIGINT COMMENT 'Users who list the title',
              popularity DOUBLE COMMENT 'Popularity in the unit of its source',
              budget BIGINT COMMENT 'US dollars',
              revenue BIGINT COMMENT 'US dollars',
              imdb_id STRING COMMENT 'Identifier at IMDb',
              tmdb_id STRING COMMENT 'Identifier at TMDB, of the film or else of the series',
              mal_id STRING COMMENT 'Identifier at MyAnimeList',
              source_count INT NOT NULL COMMENT 'Source titles merged into this one',
              ratings BIGINT NOT NULL COMMENT 'Ratings in fact_rating',
              mean_rating DOUBLE COMMENT 'Mean of the ratings in fact_rating, 0 to 10'
              """,
              "title_id")
          .oneOf("kind", Kind.ofTitles())
          .check("score_range", "score IS NULL OR score BETWEEN 0 AND 10")
          .check("source_count_positive", "source_count > 0");

  public static final Table DIM_GENRE =
      Table.of(
          "gold.dim_genre",
          "One canonical genre.",
          """
          genre STRING NOT NULL COMMENT 'Canonical name',
          parent STRING COMMENT 'Broader genre',
          titles BIGINT NOT NULL COMMENT 'Titles of this genre'
          """,
          "genre");

  public static final Table DIM_PERSON =
      Table.of(
          "gold.dim_person",
          "One person of a cast or crew.",
          """
          person_id STRING NOT NULL COMMENT 'tmdb:<id> where TMDB knows the person, else name:<normalised name>',
          name STRING NOT NULL COMMENT 'Name',
          titles BIGINT NOT NULL COMMENT 'Titles with this person'
          """,
          "person_id");

  public static final Table DIM_PLATFORM =
      Table.of(
          "gold.dim_platform",
          "One streaming platform.",
          """
          platform STRING NOT NULL COMMENT 'Name',
          titles BIGINT NOT NULL COMMENT 'Titles it offers'
          """,
          "platform");

  public static final Table DIM_COUNTRY =
      Table.of(
          "gold.dim_country",
          "One country.",
          """
          country STRING NOT NULL COMMENT 'ISO 3166-1 alpha-2 code',
          name STRING NOT NULL COMMENT 'English name',
          region STRING NOT NULL COMMENT 'Market region, such as Latin America',
          titles BIGINT NOT NULL COMMENT 'Titles produced there'
          """,
          "country");

  public static final Table DIM_LANGUAGE =
      Table.of(
          "gold.dim_language",
          "One language.",
          """
          language STRING NOT NULL COMMENT 'ISO 639-1 code',
          name STRING NOT NULL COMMENT 'English name',
          titles BIGINT NOT NULL COMMENT 'Titles with this original language'
          """,
          "language");

  public static final Table DIM_DATE =
      Table.of(
          "gold.dim_date",
          "One day, from the first to the last that a fact names.",
          """
          date_key INT NOT NULL COMMENT 'yyyymmdd',
          date DATE NOT NULL COMMENT 'The day',
          year INT NOT NULL COMMENT 'Year',
          quarter INT NOT NULL COMMENT 'Quarter, 1 to 4',
          month INT NOT NULL COMMENT 'Month, 1 to 12',
          month_name STRING NOT NULL COMMENT 'English name of the month',
          day INT NOT NULL COMMENT 'Day of the month',
          weekday INT NOT NULL COMMENT 'Day of the week, 1 = Monday to 7 = Sunday',
          weekday_name STRING NOT NULL COMMENT 'English name of the weekday',
          iso_week INT NOT NULL COMMENT 'ISO 8601 week of the year'
          """,
          "date_key");

  public static final Table DIM_USER =
      Table.of(
          "gold.dim_user",
          "One user who rates.",
          """
          user_id STRING NOT NULL COMMENT 'source:user',
          source STRING NOT NULL COMMENT 'Source of the ratings',
          ratings BIGINT NOT NULL COMMENT 'Ratings by this user',
          mean_rating DOUBLE NOT NULL COMMENT 'Mean rating, 0 to 10',
          first_rated_at TIMESTAMP COMMENT 'Oldest rating, UTC',
          last_rated_at TIMESTAMP COMMENT 'Newest rating, UTC',
          favourite_genre STRING COMMENT 'Genre most often among the titles rated at or above the user''s mean'
          """,
          "user_id");

  public static final Table BRIDGE_TITLE_GENRE =
      Table.of(
          "gold.bridge_title_genre",
          "One genre of one title.",
          """
          title_id STRING NOT NULL COMMENT 'Key of dim_title',
          genre STRING NOT NULL COMMENT 'Key of dim_genre'
          """,
          "title_id",
          "genre");

  public static final Table BRIDGE_TITLE_PERSON =
      Table.of(
          "gold.bridge_title_person",
          "One part of one person in one title.",
          """
          title_id STRING NOT NULL COMMENT 'Key of dim_title',
          person_id STRING NOT NULL COMMENT 'Key of dim_person',
          role STRING NOT NULL COMMENT 'cast, or the job of a crew member such as Director',
          `character` STRING COMMENT 'Character of a cast member',
          position INT NOT NULL COMMENT 'Billing order, from 0'
          """,
          "title_id",
          "person_id",
          "role");

  public static final Table BRIDGE_TITLE_COUNTRY =
      Table.of(
          "gold.bridge_title_country",
          "One production country of one title.",
          """
          title_id STRING NOT NULL COMMENT 'Key of dim_title',
          country STRING NOT NULL COMMENT 'Key of dim_country'
          """,
          "title_id",
          "country");

  public static final Table FACT_RATING =
      Table.of(
              "gold.fact_rating",
              "The newest rating of one user for one title.",
              """
              user_id STRING NOT NULL COMMENT 'Key of dim_user',
              title_id STRING NOT NULL COMMENT 'Key of dim_title',
              date_key INT COMMENT 'Day of the rating, key of dim_date; empty where the source has no times',
              rating DOUBLE NOT NULL COMMENT 'Rating, 0 to 10',
              rated_at TIMESTAMP COMMENT 'Time of the rating, UTC'
              """,
              "user_id",
              "title_id")
          .check("rating_range", "rating BETWEEN 0 AND 10");

  public static final Table FACT_AVAILABILITY =
      Table.of(
          "gold.fact_availability",
          "One title on one platform since one day.",
          """
          title_id STRING NOT NULL COMMENT 'Key of dim_title',
          platform STRING NOT NULL COMMENT 'Key of dim_platform',
          date_added DATE COMMENT 'Day the platform added the title; empty where it does not say',
          date_key INT COMMENT 'The same day as key of dim_date',
          age_rating STRING COMMENT 'Age rating the platform shows',
          seasons INT COMMENT 'Seasons the platform offers'
          """,
          "title_id",
          "platform",
          "date_added");

  public static final Table FACT_POPULARITY =
      Table.of(
              "gold.fact_popularity",
              "What one source said of the popularity of one title at one snapshot.",
              """
              title_id STRING NOT NULL COMMENT 'Key of dim_title',
              source STRING NOT NULL COMMENT 'Source that says so',
              snapshot DATE NOT NULL COMMENT 'Date of the raw snapshot',
              date_key INT NOT NULL COMMENT 'The same day as key of dim_date',
              popularity DOUBLE COMMENT 'Popularity in the source''s own unit',
              score DOUBLE COMMENT 'Mean score, 0 to 10',
              votes BIGINT COMMENT 'Users behind the score',
              members BIGINT COMMENT 'Users who list the title'
              """,
              "title_id",
              "source",
              "snapshot")
          .partitionedBy("snapshot");

  public static final Table RECOMMENDATION =
      Table.of(
              "gold.recommendation",
              "One title recommended to one user.",
              """
              user_id STRING NOT NULL COMMENT 'Key of dim_user',
              rank INT NOT NULL COMMENT 'Place in the list of this user, from 1',
              title_id STRING NOT NULL COMMENT 'Key of dim_title; never one the user has rated',
              score DOUBLE NOT NULL COMMENT 'Score of the model that gave the row; compares within a user and reason only',
              predicted_rating DOUBLE COMMENT 'Rating the rating model expects, 0 to 10',
              reason STRING NOT NULL COMMENT 'personal (chosen for this user by behaviour or content) or popular (fallback)',
              because_title_id STRING COMMENT 'A title the user rated well and that is most similar to this one',
              basis STRING NOT NULL COMMENT 'What it was chosen by: behaviour or content; popular of a favourite genre and made in the region (genre_and_region), of the genre, of the region, with the users of the source, or with all',
              reason_text STRING NOT NULL COMMENT 'The reason in words, such as Because you liked Heat',
              model_version INT NOT NULL COMMENT 'Version of recommend-ranking that serves the user, in ops.model_version'
              """,
              "user_id",
              "rank")
          .check("rank_positive", "rank > 0")
          .oneOf("reason", List.of("personal", "popular"));

  public static final Table SIMILAR_TITLE =
      Table.of(
              "gold.similar_title",
              "One title similar to another.",
              """
              title_id STRING NOT NULL COMMENT 'Key of dim_title',
              rank INT NOT NULL COMMENT 'Place in the list of this title, from 1',
              similar_title_id STRING NOT NULL COMMENT 'Key of dim_title',
              similarity DOUBLE NOT NULL COMMENT 'Behaviour and content together, -1 to 1; the more ratings both have, the more behaviour counts',
              behaviour DOUBLE COMMENT 'Cosine of the factors of both titles, -1 to 1; empty where one has too few ratings',
              content DOUBLE NOT NULL COMMENT 'Similarity of text, people, genres, kind and year, 0 to 1'
              """,
              "title_id",
              "rank")
          .check("rank_positive", "rank > 0");

  public static final Table RECOMMENDATION_TITLE =
      Table.of(
          "gold.recommendation_title",
          "One rated title as the models behind gold.recommendation know it, for recommending to"
              + " some users between runs.",
          """
          title_id STRING NOT NULL COMMENT 'Key of dim_title',
          title_number INT NOT NULL COMMENT 'Integer that stands for it in the models of this run',
          ratings BIGINT NOT NULL COMMENT 'Ratings it has',
          ratings_by_source ARRAY<STRUCT<source: STRING, count: BIGINT, sum: DOUBLE>> NOT NULL COMMENT 'The same for each source, with their sum',
          ranking_factors ARRAY<FLOAT> COMMENT 'Its factors in the ranking model, those of several ALS one after the other',
          ranking_influences ARRAY<STRUCT<title_number: INT, weight: FLOAT>> NOT NULL COMMENT 'Titles that those who rated it choose rather, and what is added to their scores',
          recent_popularity FLOAT NOT NULL COMMENT 'What is added to its score for being popular of late',
          rating_factors ARRAY<FLOAT> COMMENT 'Its factors in the rating model, the last two 1 and its bias',
          rating_influences ARRAY<STRUCT<title_number: INT, weight: FLOAT>> NOT NULL COMMENT 'Titles whose expected rating depends on its rating, and how much it counts there',
          ranking_version INT NOT NULL COMMENT 'Version of recommend-ranking that the ranking columns and recent_popularity are of, a key of model_version',
          rating_version INT NOT NULL COMMENT 'Version of recommend-rating that the rating columns are of, a key of model_version'
          """,
          "title_id");

  public static final Table AUDIENCE =
      Table.of(
              "gold.audience",
              "One group of users who choose alike.",
              """
              audience_id STRING NOT NULL COMMENT 'Identifier; survives reruns as long as a third of the users of both runs is the same',
              name STRING NOT NULL COMMENT 'What its users choose more than others, readable and unique',
              users BIGINT NOT NULL COMMENT 'Users in it',
              share DOUBLE NOT NULL COMMENT 'Share of all users who rate, 0 to 1',
              genres ARRAY<STRING> NOT NULL COMMENT 'Genres its users choose more than others, the most distinctive first',
              titles ARRAY<STRING> NOT NULL COMMENT 'Titles its users choose more than others, keys of dim_title, the most distinctive first',
              silhouette DOUBLE COMMENT 'Mean simplified silhouette of its users in the sample, -1 to 1; empty for new viewers'
              """,
              "audience_id")
          .check("share_range", "share BETWEEN 0 AND 1");

  public static final Table USER_AUDIENCE =
      Table.of(
          "gold.user_audience",
          "The audience of one user.",
          """
          user_id STRING NOT NULL COMMENT 'Key of dim_user',
          audience_id STRING NOT NULL COMMENT 'Key of audience',
          similarity DOUBLE COMMENT 'Cosine of the factors of the user and the centre of the audience, -1 to 1; empty for new viewers'
          """,
          "user_id");

  public static final Table POPULARITY_PREDICTION =
      Table.of(
              "gold.popularity_prediction",
              "The popularity the model expects of one title from what is known before its"
                  + " release.",
              """
              title_id STRING NOT NULL COMMENT 'Key of dim_title',
              source STRING NOT NULL COMMENT 'Source in whose unit popularity is expressed',
              predicted DOUBLE NOT NULL COMMENT 'Expected popularity in the unit of the source',
              lower DOUBLE NOT NULL COMMENT 'Lower end of the interval that holds 80 % of the outcomes, from the trees and calibrated on titles they had not seen',
              upper DOUBLE NOT NULL COMMENT 'Upper end of the same interval',
              level STRING NOT NULL COMMENT 'Low, Medium or High: terciles of the training titles',
              actual DOUBLE COMMENT 'Popularity the source reports, where it does',
              drivers ARRAY<STRING> NOT NULL COMMENT 'Features that moved this prediction most, strongest first, with what each did to popularity + 1, such as budget $237,000,000 (+38 %)',
              held_out BOOLEAN NOT NULL COMMENT 'Whether the evaluated model had not seen this title in training',
              is_projection BOOLEAN NOT NULL COMMENT 'Whether the title was not yet released at the as-of date; its interval is then calibrated on titles released after all that a model had learned from'
              """,
              "title_id",
              "source")
          .oneOf("level", List.of("Low", "Medium", "High"))
          .check("interval_ordered", "lower <= upper");

  public static final Table POPULARITY_DRIVER =
      Table.of(
          "gold.popularity_driver",
          "How much one feature matters to the popularity model.",
          """
          source STRING NOT NULL COMMENT 'Source whose popularity the model predicts',
          feature STRING NOT NULL COMMENT 'Feature known before release',
          importance DOUBLE NOT NULL COMMENT 'Share of the impurity decrease over all trees, 0 to 1',
          rank INT NOT NULL COMMENT 'Place by importance, from 1',
          permutation_importance DOUBLE COMMENT 'Fall of R² on held-out titles when the feature is shuffled among them, mean of 5 times; may be below 0 by chance',
          permutation_importance_stddev DOUBLE COMMENT 'Standard deviation of that fall between the times'
          """,
          "source",
          "feature");

  public static final Table THEME =
      Table.of(
          "gold.theme",
          "One theme found in the overviews.",
          """
          theme_id STRING NOT NULL COMMENT 'Identifier',
          label STRING NOT NULL COMMENT 'Most distinctive terms, readable',
          terms ARRAY<STRING> NOT NULL COMMENT 'Top terms, most distinctive first',
          titles BIGINT NOT NULL COMMENT 'Titles of this theme',
          share DOUBLE NOT NULL COMMENT 'Share of all titles with a theme, 0 to 1',
          silhouette DOUBLE COMMENT 'Mean silhouette of its titles by cosine distance, -1 to 1',
          parent_theme_id STRING COMMENT 'Theme this one divides; empty at the top'
          """,
          "theme_id");

  public static final Table TITLE_THEME =
      Table.of(
          "gold.title_theme",
          "The theme of one title with an overview.",
          """
          title_id STRING NOT NULL COMMENT 'Key of dim_title',
          theme_id STRING NOT NULL COMMENT 'Key of theme',
          similarity DOUBLE NOT NULL COMMENT 'Cosine of the overview and the centre of the theme, -1 to 1'
          """,
          "title_id");

  public static final Table THEME_TREND =
      Table.of(
              "gold.theme_trend",
              "One theme in one region in one year that has titles of it.",
              """
              theme_id STRING NOT NULL COMMENT 'Key of theme',
              region STRING NOT NULL COMMENT 'Region of the production countries; World counts every title, also of no known country',
              year INT NOT NULL COMMENT 'Year of release',
              titles BIGINT NOT NULL COMMENT 'Titles of the theme released in the year',
              share DOUBLE NOT NULL COMMENT 'Share in the titles with a theme of the region and year, 0 to 1',
              growth DOUBLE COMMENT 'Share over the share in the five years before, minus 1; empty where the theme had no title then'
              """,
              "theme_id",
              "region",
              "year")
          .check("share_range", "share BETWEEN 0 AND 1");

  public static final Table GENRE_TREND =
      Table.of(
              "gold.genre_trend",
              "One genre in one country in one month that has ratings, or titles within the 24"
                  + " months up to it.",
              """
              genre STRING NOT NULL COMMENT 'Key of dim_genre',
              country STRING NOT NULL COMMENT 'Key of dim_country',
              month DATE NOT NULL COMMENT 'First day of the month',
              titles BIGINT NOT NULL COMMENT 'Titles released in the month',
              ratings BIGINT NOT NULL COMMENT 'Ratings given in the month',
              share DOUBLE NOT NULL COMMENT 'Share of this genre in the genre mentions of the country''s titles of the month, 0 to 1',
              growth DOUBLE COMMENT 'Titles of the 12 months up to this one over those of the 12 before, minus 1; empty without any before'
              """,
              "genre",
              "country",
              "month")
          .check("share_range", "share BETWEEN 0 AND 1");

  public static final Table TREND_ALERT =
      Table.of(
          "gold.trend_alert",
          "A genre whose titles in a country rose or fell from one year to the next beyond chance.",
          """
          genre STRING NOT NULL COMMENT 'Key of dim_genre',
          country STRING NOT NULL COMMENT 'Key of dim_country',
          month DATE NOT NULL COMMENT 'First day of the month',
          direction STRING NOT NULL COMMENT 'rising or falling',
          titles BIGINT NOT NULL COMMENT 'Titles released in the 12 months up to this one',
          expected DOUBLE NOT NULL COMMENT 'Titles released in the 12 months before those',
          z_score DOUBLE NOT NULL COMMENT '(titles - expected) / sqrt(titles + expected): the difference of two Poisson counts in its standard deviations'
          """,
          "genre",
          "country",
          "month");

  static List<Table> all() {
    return List.of(
        DIM_TITLE,
        DIM_GENRE,
        DIM_PERSON,
        DIM_PLATFORM,
        DIM_COUNTRY,
        DIM_LANGUAGE,
        DIM_DATE,
        DIM_USER,
        BRIDGE_TITLE_GENRE,
        BRIDGE_TITLE_PERSON,
        BRIDGE_TITLE_COUNTRY,
        FACT_RATING,
        FACT_AVAILABILITY,
        FACT_POPULARITY,
        RECOMMENDATION,
        RECOMMENDATION_TITLE,
        SIMILAR_TITLE,
        AUDIENCE,
        USER_AUDIENCE,
        POPULARITY_PREDICTION,
        POPULARITY_DRIVER,
        THEME,
        TITLE_THEME,
        THEME_TREND,
        GENRE_TREND,
        TREND_ALERT);
  }
}
