package org.reelhouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.lake.DeltaLake;
import picocli.CommandLine.Option;

/** The options that every command takes that runs jobs on a lake. */
final class LakeOptions extends ReadingOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The only date the jobs know, as yyyy-mm-dd. Default: today in UTC")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--data",
      paramLabel = "URI",
      description = "Folder with the dumps of the sources; the same as --set data=URI")
  private @Nullable String data;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Written into every commit and ops.job_run. Default: a new UUID")
  private String runId = UUID.randomUUID().toString();

  String runId() {
    return runId;
  }

  @Override
  Settings settings() {
    return settings(
        data == null
            ? Map.of()
            : Map.of("data", "\"" + data.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
  }

  /**
   * The settings of the jar with others over them.
   *
   * @throws PipelineException if a file or setting cannot be used
   */
  static Settings settings(List<Path> overlays, Map<String, String> overrides) {
    List<SettingsReader.Document> documents = new ArrayList<>();
    documents.add(embedded("conf/reference.yaml"));
    documents.add(embedded("conf/sources.yaml"));
    overlays.forEach(file -> documents.add(document(file)));
    return SettingsReader.read(documents, overrides);
  }

  @Override
  DeltaLake open(SparkSession spark) {
    LocalDate date = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
    return new DeltaLake(spark, lakeUri(), date, runId);
  }

  private static SettingsReader.Document document(Path file) {
    try {
      return new SettingsReader.Document(file.toString(), Files.readString(file));
    } catch (CharacterCodingException failure) {
      throw new PipelineException(
          "Cannot read settings from " + file + ": it is no text in UTF-8. Mend the file.",
          failure);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot read settings from " + file + ": no such readable file. Mend --conf.", failure);
    }
  }

  private static SettingsReader.Document embedded(String name) {
    try (InputStream stream =
        Objects.requireNonNull(LakeOptions.class.getResourceAsStream("/" + name), name)) {
      return new SettingsReader.Document(
          name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
