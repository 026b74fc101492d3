package org.reelhouse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes that goes by settings. */
class SettingsOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Settings over those of conf/reference.yaml and conf/sources.yaml")
  private List<Path> overlays = new ArrayList<>();

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
  Settings settings() {
    return settings(Map.of());
  }

  /** The settings with some of the command's own over them. */
  final Settings settings(Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    all.putAll(own);
    try {
      return SettingsFiles.read(overlays, all);
    } catch (PipelineException unusable) {
      throw misuse(String.valueOf(unusable.getMessage()));
    }
  }

  /** An end of the command, as its arguments cannot be. */
  final ParameterException misuse(String problem) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), problem);
  }
}
