package org.reelhouse.tables;

import java.util.List;
import org.reelhouse.reference.Kind;

/** The silver layer: what the sources say, cleaned, matched and merged into one. */
public final class Silver {
  private Silver() {}

  public static final Table SOURCE_TITLE =
      Table.of(
              "silver.source_title",
              "One normalised title as one source knows it.",
              """
              source STRING NOT NULL COMMENT 'Source as named in conf/sources.yaml',
              source_id STRING NOT NULL COMMENT 'Identifier within the source',
              kind STRING NOT NULL COMMENT 'movie, series, special, ova, ona, music or short',
              title STRING NOT NULL COMMENT 'Main title, trimmed, HTML entities resolved',
              original_title STRING COMMENT 'Title in the original language and script',
              alt_titles ARRAY<STRING> COMMENT 'Other titles, sorted, without the two above',
              release_date DATE COMMENT 'First release or broadcast',
              release_year INT COMMENT 'Year of first release or broadcast',
              genres ARRAY<STRING> COMMENT 'Canonical genres of conf/genres.yaml, sorted',
              raw_genres ARRAY<STRING> COMMENT 'Genre labels as the source spells them',
              original_language STRING COMMENT 'ISO 639-1 code',
              languages ARRAY<STRING> COMMENT 'Spoken languages as ISO 639-1 codes, sorted',
              countries ARRAY<STRING> COMMENT 'Production countries as ISO 3166-1 alpha-2 codes, sorted',
              runtime_minutes INT COMMENT 'Minutes of the film, or of one episode',
              seasons INT COMMENT 'Number of seasons of a series',
              episodes INT COMMENT 'Number of episodes',
              overview STRING COMMENT 'Synopsis',
              age_rating STRING COMMENT 'Age rating as the source spells it',
              status STRING COMMENT 'released, airing, upcoming, in_production, planned, canceled or rumored',
              score DOUBLE COMMENT 'Mean score of the source''s users, 0 to 10',
              votes BIGINT COMMENT 'Users behind the score',
              members BIGINT COMMENT 'Users who list the title',
              popularity DOUBLE COMMENT 'Popularity in the source''s own unit',
              budget BIGINT COMMENT 'US dollars; empty where unknown',
              revenue BIGINT COMMENT 'US dollars; empty where unknown',
              keywords ARRAY<STRING> COMMENT 'Keywords and tags, lower case, sorted',
              `cast` ARRAY<STRING> COMMENT 'Names of the cast in billing order',
              directors ARRAY<STRING> COMMENT 'Names of the directors or creators',
              companies ARRAY<STRING> COMMENT 'Production companies and studios',
              collection STRING COMMENT 'Collection or franchise the title belongs to',
              external_ids MAP<STRING, STRING> COMMENT 'Identifiers elsewhere: imdb (tt…), tmdb (films), tmdb_tv (series), mal',
              platform STRING COMMENT 'Streaming platform that offers the title',
              date_added DATE COMMENT 'Day the platform added the title',
              inferred ARRAY<STRING> COMMENT 'Names of columns that were inferred and not stated, sorted',
              inferred_by MAP<STRING, STRING> COMMENT 'Inferred column to the method: script, title, seasons, episodes, runtime or usual',
              snapshot DATE NOT NULL COMMENT 'Raw snapshot the row was read from',
              source_file STRING NOT NULL COMMENT 'Raw file the row was read from',
              record_hash STRING NOT NULL COMMENT 'SHA-256 of the normalised values without inferred_by, snapshot and file, hexadecimal'
              """,
              "source",
              "source_id")
          .oneOf("kind", Kind.ofTitles())
          .check("score_range", "score IS NULL OR score BETWEEN 0 AND 10");

  public static final Table SOURCE_CREDIT =
      Table.of(
          "silver.source_credit",
          "One person's part in one title as one source knows it.",
          """
          source STRING NOT NULL COMMENT 'Source as named in conf/sources.yaml',
          source_id STRING NOT NULL COMMENT 'Title within the source',
          role STRING NOT NULL COMMENT 'cast or crew',
          position INT NOT NULL COMMENT 'Billing order within title and role, from 0',
          person_id STRING COMMENT 'Person within the source; empty where the source names people only',
          name STRING NOT NULL COMMENT 'Name of the person',
          job STRING COMMENT 'Job of a crew member, such as Director',
          department STRING COMMENT 'Department of a crew member, such as Writing',
          `character` STRING COMMENT 'Character of a cast member',
          snapshot DATE NOT NULL COMMENT 'Raw snapshot the row was read from'
          """,
          "source",
          "source_id",
          "role",
          "position");

  public static final Table TITLE_INFERENCE =
      Table.of(
          "silver.title_inference",
          "What a model infers of one source title in one column that the source leaves empty.",
          """
          source STRING NOT NULL COMMENT 'Source as named in conf/sources.yaml',
          source_id STRING NOT NULL COMMENT 'Title within the source',
          column STRING NOT NULL COMMENT 'Column of silver.source_title, such as genres',
          values ARRAY<STRING> NOT NULL COMMENT 'What it holds, sorted',
          model STRING NOT NULL COMMENT 'Model that inferred it, as in ops.model_version',
          model_version INT NOT NULL COMMENT 'Version of the model, a key of model_version'
          """,
          "source",
          "source_id",
          "column");

  public static final Table MATCH =
      Table.of(
          "silver.match",
          "One compared pair of source titles and what was decided.",
          """
          left STRING NOT NULL COMMENT 'source:source_id of the smaller of the two in string order',
          right STRING NOT NULL COMMENT 'source:source_id of the larger of the two',
          probability DOUBLE NOT NULL COMMENT 'Estimated probability that both are the same title, 0 to 1',
          decision STRING NOT NULL COMMENT 'match, distinct, or rejected (probable, but another pair was better)',
          reasons ARRAY<STRING> NOT NULL COMMENT 'What spoke for and against, strongest first',
          score DOUBLE NOT NULL COMMENT 'Logarithm of the odds that both are the same title; infinite where a person decided',
          linked BOOLEAN NOT NULL COMMENT 'Whether they share an external id',
          left_ids ARRAY<STRING> NOT NULL COMMENT 'External ids of the left as namespace=value, sorted',
          right_ids ARRAY<STRING> NOT NULL COMMENT 'External ids of the right likewise',
          block BIGINT COMMENT 'Block in which they were compared; empty where a person decided'
          """,
          "left",
          "right");

  public static final Table MATCH_STATE =
      Table.of(
              "silver.match_state",
              "What the next run has to know of a comparison to compare again only what changed.",
              """
              finding STRING NOT NULL COMMENT 'oversized (a part of the block was not compared); right, missed or wrong (pairs judged without their external ids); or method (the one row that names the method of comparison)',
              block BIGINT NOT NULL COMMENT 'Block as in silver.match; of the method the hash of its settings',
              subject STRING NOT NULL COMMENT 'Name of the part, or empty',
              size BIGINT NOT NULL COMMENT 'Source titles of the part, or number of pairs; of the method the source titles that were merged into others',
              source_title_version BIGINT COMMENT 'Of the method: version of silver.source_title that was compared',
              match_version BIGINT COMMENT 'Of the method: version of silver.match that holds the pairs',
              title_source_version BIGINT COMMENT 'Of the method: version of silver.title_source that goes with them',
              title_version BIGINT COMMENT 'Of the method: version of silver.title likewise',
              outcome BIGINT COMMENT 'Of the method: hash of what made titles of the pairs, such as priorities of sources',
              title_inference_version BIGINT COMMENT 'Of the method: version of silver.title_inference that titles were made by; empty where there was none'
              """,
              "finding",
              "block",
              "subject")
          .runColumns(
              "source_title_version",
              "match_version",
              "title_source_version",
              "title_version",
              "title_inference_version");

  public static final Table MATCH_REVIEW =
      Table.of(
          "silver.match_review",
          "One doubtful decision that a person should look at, the most valuable first.",
          """
          rank INT NOT NULL COMMENT 'Order of value, from 1',
          left STRING NOT NULL COMMENT 'source:source_id of the smaller of the two in string order',
          right STRING NOT NULL COMMENT 'source:source_id of the larger of the two',
          left_title STRING NOT NULL COMMENT 'Title on the left, with its year',
          right_title STRING NOT NULL COMMENT 'Title on the right, with its year',
          probability DOUBLE NOT NULL COMMENT 'Estimated probability that both are the same title, 0 to 1',
          decision STRING NOT NULL COMMENT 'match, distinct, or rejected (probable, but another pair was better)',
          audience BIGINT NOT NULL COMMENT 'Users behind the less known of the two: votes or members',
          value DOUBLE NOT NULL COMMENT 'Chance that the decision is wrong, times 1 + log10(1 + audience)',
          reasons ARRAY<STRING> NOT NULL COMMENT 'What spoke for and against, strongest first'
          """,
          "left",
          "right");

  public static final Table TITLE_LEDGER =
      Table.of(
              "silver.title_ledger",
              "One thing that happened to a title id. Rows are added and never changed.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              event STRING NOT NULL COMMENT 'create, absorb (a source title came in), split (part of another title became this one), merge (all of it is another title now), leave (a source title vanished), retire (none is left) or revive',
              title_id STRING NOT NULL COMMENT 'Title it happened to',
              subject STRING NOT NULL COMMENT 'source:source_id of the source title, or title_id of the other title',
              reason STRING NOT NULL COMMENT 'Why, in words',
              run_id STRING NOT NULL COMMENT 'Run, as in ops.job_run'
              """,
              "as_of",
              "event",
              "title_id",
              "subject")
          .partitionedBy("as_of")
          .runColumns("run_id");

  public static final Table TITLE_ALIAS =
      Table.of(
          "silver.title_alias",
          "One title id that silver.title no longer holds, and where to find the title.",
          """
          title_id STRING NOT NULL COMMENT 'Identifier of before',
          status STRING NOT NULL COMMENT 'merged or retired',
          merged_into STRING COMMENT 'Title that took its source titles; empty if retired',
          present_id STRING COMMENT 'Present title, through all merges since; empty if that is retired',
          since DATE NOT NULL COMMENT 'As-of date from which it is no longer a title'
          """,
          "title_id");

  public static final Table TITLE_SOURCE =
      Table.of(
          "silver.title_source",
          "Which title a source title is.",
          """
          source STRING NOT NULL COMMENT 'Source as named in conf/sources.yaml',
          source_id STRING NOT NULL COMMENT 'Identifier within the source',
          title_id STRING NOT NULL COMMENT 'Title it belongs to; survives reruns',
          since DATE NOT NULL COMMENT 'As-of date from which it belongs to this title',
          method STRING NOT NULL COMMENT 'override (a person said so), id (shared external id), similarity, or alone'
          """,
          "source",
          "source_id");

  public static final Table TITLE =
      Table.of(
          "silver.title",
          "One title: the golden record of all source titles that are the same work.",
          """
          title_id STRING NOT NULL COMMENT 'Identifier; minted once, survives reruns',
          kind STRING NOT NULL COMMENT 'movie, series, special, ova, ona, music or short',
          title STRING NOT NULL COMMENT 'Main title',
          original_title STRING COMMENT 'Title in the original language and script',
          alt_titles ARRAY<STRING> COMMENT 'All other titles of all sources, sorted',
          release_date DATE COMMENT 'First release or broadcast',
          release_year INT COMMENT 'Year of first release or broadcast',
          genres ARRAY<STRING> COMMENT 'Canonical genres of all sources, sorted',
          original_language STRING COMMENT 'ISO 639-1 code',
          languages ARRAY<STRING> COMMENT 'Spoken languages as ISO 639-1 codes, sorted',
          countries ARRAY<STRING> COMMENT 'Production countries as ISO 3166-1 alpha-2 codes, sorted',
          runtime_minutes INT COMMENT 'Minutes of the film, or of one episode',
          seasons INT COMMENT 'Number of seasons of a series',
          episodes INT COMMENT 'Number of episodes',
          overview STRING COMMENT 'Synopsis',
          age_rating STRING COMMENT 'Age rating as the winning source spells it',
          status STRING COMMENT 'released, airing, upcoming, in_production, planned, canceled or rumored',
          score DOUBLE COMMENT 'Mean score, 0 to 10, of the winning source',
          votes BIGINT COMMENT 'Users behind the score',
          members BIGINT COMMENT 'Users who list the title',
          popularity DOUBLE COMMENT 'Popularity in the winning source''s unit',
          popularity_source STRING COMMENT 'Source of the popularity',
          budget BIGINT COMMENT 'US dollars',
          revenue BIGINT COMMENT 'US dollars',
          keywords ARRAY<STRING> COMMENT 'Keywords and tags of all sources, sorted',
          `cast` ARRAY<STRING> COMMENT 'Names of the cast in billing order',
          directors ARRAY<STRING> COMMENT 'Names of the directors or creators',
          companies ARRAY<STRING> COMMENT 'Production companies and studios',
          collection STRING COMMENT 'Collection or franchise the title belongs to',
          external_ids MAP<STRING, STRING> COMMENT 'Identifiers elsewhere: imdb, tmdb, tmdb_tv, mal',
          sources ARRAY<STRING> NOT NULL COMMENT 'source:source_id of every source title merged into this one, sorted',
          provenance MAP<STRING, STRING> NOT NULL COMMENT 'Column to the source whose value won'
          """,
          "title_id");

  public static final Table RATING =
      Table.of(
              "silver.rating",
              "The newest rating of one user for one title.",
              """
              source STRING NOT NULL COMMENT 'Source of the ratings as named in conf/sources.yaml',
              user_id STRING NOT NULL COMMENT 'source:user, so that users of two sources stay apart',
              title_id STRING NOT NULL COMMENT 'Title rated',
              rating DOUBLE NOT NULL COMMENT 'Rating, 0 to 10',
              rating_source DOUBLE NOT NULL COMMENT 'Rating on the scale of its source',
              rated_at TIMESTAMP COMMENT 'Time of the rating, UTC; empty where the source has none'
              """,
              "user_id",
              "title_id")
          .check("rating_range", "rating BETWEEN 0 AND 10");

  static List<Table> all() {
    return List.of(
        SOURCE_TITLE,
        SOURCE_CREDIT,
        TITLE_INFERENCE,
        MATCH,
        MATCH_STATE,
        MATCH_REVIEW,
        TITLE_SOURCE,
        TITLE_LEDGER,
        TITLE_ALIAS,
        TITLE,
        RATING);
  }
}
