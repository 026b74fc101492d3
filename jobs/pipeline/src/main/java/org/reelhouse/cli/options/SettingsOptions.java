package org.reelhouse.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.config.EffectiveSetting;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SettingsReader.Document;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes that goes by settings. */
public class SettingsOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = "${env:REELHOUSE_PROFILE:-}",
      description =
          "What the machine asks for: laptop, cluster, or a YAML file of your own. Default: REELHOUSE_PROFILE, which"
              + " scripts/run and scripts/reelhouse set to laptop; without it conf/reference.yaml alone, as is right on a"
              + " cluster")
  private String profile = "";

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Settings over those of conf/reference.yaml, conf/sources.yaml and the profile: paths, names of what spark-submit"
              + " --files sent along, or URIs such as s3a://bucket/mine.yaml")
  private List<String> overlays = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "One setting over all files, such as recommend.per-user=20 or spark.eventLog.enabled=true; may be given again")
  private Map<String, String> overrides = new LinkedHashMap<>();

  /**
   * The settings of the run.
   *
   * @throws ParameterException if a file or setting cannot be used
   */
  public Settings settings() {
    return settings(Map.of());
  }

  /** The settings with some of the command's own over them. */
  public final Settings settings(Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    all.putAll(own);
    return read(Sections.reader()::read, all);
  }

  /**
   * The same settings one by one.
   *
   * @throws ParameterException if a file or setting cannot be used
   */
  public final List<EffectiveSetting> list() {
    return read(Sections.reader()::list, overrides);
  }

  /** The profile; null for none. */
  public final @Nullable String profile() {
    return profile.isBlank() ? null : profile;
  }

  private <T> T read(
      BiFunction<List<Document>, Map<String, String>, T> reader, Map<String, String> values) {
    try {
      return reader.apply(SettingsFiles.documents(profile(), overlays), values);
    } catch (PipelineException unusable) {
      throw misuse(String.valueOf(unusable.getMessage()));
    }
  }

  /** An end of the command, as its arguments cannot be. */
  public final ParameterException misuse(String problem) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), problem);
  }
}
