package org.reelhouse.tables;

import java.util.List;

/**
 * The ops layer: what the pipeline did. Its tables are laid out by as-of date and job, and a rerun
 * replaces the slice of its own date and job.
 */
public final class Ops {
  private Ops() {}

  public static final Table INGESTION_LOG =
      Table.of(
              "ops.ingestion_log",
              "One raw file that the newest snapshot of its dataset held at one as-of date.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              job STRING NOT NULL COMMENT 'Job that wrote the row',
              source STRING NOT NULL COMMENT 'Source as named in conf/sources.yaml',
              dataset STRING NOT NULL COMMENT 'Dataset within the source',
              snapshot DATE NOT NULL COMMENT 'Date of the snapshot that holds the file',
              file STRING NOT NULL COMMENT 'Name of the file',
              bytes BIGINT NOT NULL COMMENT 'Size as received',
              sha256 STRING NOT NULL COMMENT 'SHA-256 of the bytes as received, hexadecimal',
              format STRING NOT NULL COMMENT 'Format as named in conf/sources.yaml',
              status STRING NOT NULL COMMENT 'landed, or unchanged where the same bytes were there before'
              """,
              "as_of",
              "source",
              "dataset",
              "file")
          .partitionedBy("as_of", "job")
          .runColumns("bytes", "sha256", "status");

  public static final Table QUARANTINE =
      Table.of(
              "ops.quarantine",
              "One raw record that is in no silver table, and why.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              job STRING NOT NULL COMMENT 'Job that rejected the record',
              source STRING NOT NULL COMMENT 'Source as named in conf/sources.yaml',
              dataset STRING NOT NULL COMMENT 'Dataset within the source',
              snapshot DATE NOT NULL COMMENT 'Date of the raw snapshot',
              file STRING NOT NULL COMMENT 'Raw file within the snapshot',
              line BIGINT NOT NULL COMMENT 'First line of the record, from 1 and counting the header; for JSON the number of the element',
              reason STRING NOT NULL COMMENT 'Class of the problem, such as malformed, missing_id, missing_title, bad_value, orphan',
              detail STRING NOT NULL COMMENT 'The problem with its values',
              raw STRING NOT NULL COMMENT 'The record as received'
              """,
              "as_of",
              "job",
              "source",
              "dataset",
              "file",
              "line")
          .partitionedBy("as_of", "job")
          .runColumns("line");

  public static final Table JOB_RUN =
      Table.of(
              "ops.job_run",
              "What one job did with one of its inputs.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              job STRING NOT NULL COMMENT 'Job',
              input STRING NOT NULL COMMENT 'Table or raw dataset read',
              rows_read BIGINT NOT NULL COMMENT 'Rows the input holds',
              rows_in BIGINT NOT NULL COMMENT 'Rows the job took for its purpose',
              rows_out BIGINT NOT NULL COMMENT 'Rows that stand in an output',
              rows_merged BIGINT NOT NULL COMMENT 'Rows folded into another row',
              rows_quarantined BIGINT NOT NULL COMMENT 'Rows in ops.quarantine',
              status STRING NOT NULL COMMENT 'done or failed',
              error STRING COMMENT 'Why the job failed',
              run_id STRING NOT NULL COMMENT 'Run, equal to the user metadata of its commits',
              started_at TIMESTAMP NOT NULL COMMENT 'Start, UTC',
              seconds DOUBLE NOT NULL COMMENT 'Duration of the job',
              versions_read MAP<STRING, BIGINT> NOT NULL COMMENT 'Table to the Delta version read',
              versions_written MAP<STRING, BIGINT> NOT NULL COMMENT 'Table to the Delta version written'
              """,
              "as_of",
              "job",
              "input")
          .partitionedBy("as_of", "job")
          .runColumns("run_id", "started_at", "seconds", "versions_read", "versions_written");

  public static final Table DATA_QUALITY =
      Table.of(
              "ops.data_quality",
              "One measured property of a table.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              job STRING NOT NULL COMMENT 'Job that measured',
              table STRING NOT NULL COMMENT 'Table measured',
              check STRING NOT NULL COMMENT 'What was measured, such as unmapped_genre',
              subject STRING NOT NULL COMMENT 'Value, column or source it is about',
              value DOUBLE NOT NULL COMMENT 'The measure',
              detail STRING COMMENT 'The measure in words'
              """,
              "as_of",
              "job",
              "table",
              "check",
              "subject")
          .partitionedBy("as_of", "job");

  public static final Table MODEL_VERSION =
      Table.of(
              "ops.model_version",
              "One saved version of a model, and what serves since it was trained.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              job STRING NOT NULL COMMENT 'Job that trained the model',
              model STRING NOT NULL COMMENT 'Model',
              version INT NOT NULL COMMENT 'Version: the as-of date as yyyymmdd',
              path STRING NOT NULL COMMENT 'Folder below the lake',
              training_rows BIGINT NOT NULL COMMENT 'Rows it was trained on',
              parameters MAP<STRING, STRING> NOT NULL COMMENT 'Parameters it was trained with',
              run_id STRING NOT NULL COMMENT 'Run that trained it, as in ops.job_run',
              code_commit STRING NOT NULL COMMENT 'Commit that the code was built from; with -dirty where files differed from it, unknown outside a repository',
              settings_hash STRING NOT NULL COMMENT 'SHA-256 of the settings of the job, as JSON with sorted keys',
              tables_read MAP<STRING, BIGINT> NOT NULL COMMENT 'Table to the Delta version it was trained on',
              training_seconds DOUBLE NOT NULL COMMENT 'Seconds from the start of the job until it was saved',
              sha256 STRING NOT NULL COMMENT 'SHA-256 of the list of its files, each with its own, hexadecimal',
              gate_metric STRING COMMENT 'Measure that decides whether it may serve; empty where models.gates has none for it',
              gate_value DOUBLE COMMENT 'This measure of it; empty where it was not measured',
              gate_bound DOUBLE COMMENT 'What it had to reach; empty where there was nothing to compare with',
              status STRING NOT NULL COMMENT 'promoted (it serves), rejected (the gate did not let it pass) or held (a person decides what serves)',
              reason STRING NOT NULL COMMENT 'Why, in words',
              serving ARRAY<STRUCT<version: INT, share: DOUBLE>> NOT NULL COMMENT 'Versions that serve after this run, each with its share of the users; none where no version has passed yet',
              distributions ARRAY<STRUCT<name: STRING, values: BIGINT, missing: DOUBLE, percentiles: ARRAY<DOUBLE>>> NOT NULL COMMENT 'How inputs and predictions were spread in this run: how many were looked at, share without a value, percentiles 0 to 100 of the others',
              files_removed DATE COMMENT 'As-of date of the run that removed its files, as models.keep says; empty where they are there'
              """,
              "as_of",
              "job",
              "model")
          .partitionedBy("as_of", "job")
          .oneOf("status", List.of("promoted", "rejected", "held"))
          .runColumns("path", "run_id", "code_commit", "tables_read", "training_seconds", "sha256");

  public static final Table MODEL_DECISION =
      Table.of(
              "ops.model_decision",
              "What a person decided about the versions of a model: reelhouse models promote,"
                  + " rollback or release.",
              """
              model STRING NOT NULL COMMENT 'Model',
              decision INT NOT NULL COMMENT 'Number of the decision about this model, from 1',
              effective_from DATE NOT NULL COMMENT 'Runs of this as-of date and later follow it, until a later decision',
              action STRING NOT NULL COMMENT 'promote, rollback, or release (the gate decides again)',
              serving ARRAY<STRUCT<version: INT, share: DOUBLE>> NOT NULL COMMENT 'Versions that serve, each with its share of the users; none for release',
              decided_by STRING NOT NULL COMMENT 'User name of who decided',
              decided_at TIMESTAMP NOT NULL COMMENT 'When, UTC',
              note STRING COMMENT 'Why, in the words of who decided'
              """,
              "model",
              "decision")
          .oneOf("action", List.of("promote", "rollback", "release"))
          .runColumns("decided_by", "decided_at");

  public static final Table MODEL_METRIC =
      Table.of(
              "ops.model_metric",
              "One measure of a model on rows it was not trained on.",
              """
              as_of DATE NOT NULL COMMENT 'As-of date of the run',
              job STRING NOT NULL COMMENT 'Job that trained the model',
              model STRING NOT NULL COMMENT 'Model, or the baseline it is compared with',
              metric STRING NOT NULL COMMENT 'Measure, such as rmse or ndcg@10',
              split STRING NOT NULL COMMENT 'How the held-out rows were chosen',
              value DOUBLE NOT NULL COMMENT 'The measure',
              held_out_rows BIGINT NOT NULL COMMENT 'Held-out rows behind it',
              segment STRING NOT NULL COMMENT 'Which of these rows: all, or a group such as source netflix or region East Asia; of groups_left_out the kind of group'
              """,
              "as_of",
              "job",
              "model",
              "metric",
              "split",
              "segment")
          .partitionedBy("as_of", "job");

  static List<Table> all() {
    return List.of(
        INGESTION_LOG,
        QUARANTINE,
        JOB_RUN,
        DATA_QUALITY,
        MODEL_VERSION,
        MODEL_DECISION,
        MODEL_METRIC);
  }
}
