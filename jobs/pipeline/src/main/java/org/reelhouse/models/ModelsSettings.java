package org.reelhouse.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.InvalidSetting;
import org.reelhouse.config.Require;

/**
 * Which versions of models serve, and what is watched of them.
 *
 * @param automatic whether a new version that passes its gate serves; else a person promotes
 * @param keep newest versions of each model whose files are kept, beside those that serve and those
 *     that did before
 * @param gates model, or the first words of its name, to the measure that decides; a model without
 *     one always passes
 */
public record ModelsSettings(
    boolean automatic, int keep, Map<String, Gate> gates, Drift drift, MlFlow mlflow) {
  public ModelsSettings {
    Require.atLeast("keep", keep, 1);
    gates = Require.full("gates", gates);
    Require.present("drift", drift);
    Require.present("mlflow", mlflow);
  }

  /** The gate of a model: that of its name, else of the longest part of it before a hyphen. */
  public Optional<Gate> gate(String model) {
    String name = model;
    while (!gates.containsKey(name) && name.contains("-")) {
      name = name.substring(0, name.lastIndexOf('-'));
    }
    return Optional.ofNullable(gates.get(name));
  }

  /**
   * The measure that decides whether a version may serve.
   *
   * @param metric as in {@code ops.model_metric}
   * @param split the same; any where it is empty
   * @param better higher or lower
   * @param tolerance how much worse than the best that served still passes, in units of the metric
   * @param limit that no version may be worse than, whatever served before; none where it is empty
   */
  public record Gate(
      String metric,
      @Nullable String split,
      String better,
      double tolerance,
      @Nullable Double limit) {
    private static final String HIGHER = "higher";

    public Gate {
      Require.present("metric", metric);
      Require.oneOf("better", Require.present("better", better), List.of(HIGHER, "lower"));
      Require.atLeast("tolerance", tolerance, 0);
    }

    public boolean higherIsBetter() {
      return better.equals(HIGHER);
    }
  }

  /**
   * When inputs or predictions that differ from those of the version that served are worth a word.
   *
   * @param warnAbove population stability index from which a run says so
   * @param failAbove index from which the job fails; never where it is empty
   * @param sample rows, chosen by a hash, that are compared
   */
  public record Drift(double warnAbove, @Nullable Double failAbove, int sample) {
    public Drift {
      Require.atLeast("warn-above", warnAbove, 0);
      if (failAbove != null) {
        Require.atLeast("fail-above", failAbove, 0);
      }
      Require.between("sample", sample, 100, 1_000_000);
    }
  }

  /**
   * A server that runs are logged to.
   *
   * @param uri its address, such as {@code http://127.0.0.1:5000}; none where it is empty
   */
  public record MlFlow(@Nullable String uri, String experiment, int timeoutSeconds) {
    public MlFlow {
      if (uri != null && !uri.matches("https?://.+")) {
        throw new InvalidSetting("uri", "must begin with http:// or https:// but is " + uri);
      }
      if (Require.present("experiment", experiment).isBlank()) {
        throw new InvalidSetting("experiment", "must have a name");
      }
      Require.between("timeout-seconds", timeoutSeconds, 1, 600);
    }
  }
}
