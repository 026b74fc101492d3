package org.reelhouse.cli.models;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reelhouse.models.Decision;
import org.reelhouse.models.History;
import org.reelhouse.models.ModelVersion;
import org.reelhouse.models.TrafficSplit;

/** What is known of the versions of models, for people and for machines. */
final class ModelsReport {
  private ModelsReport() {}

  static String text(List<History> models, String lake) {
    if (models.isEmpty()) {
      return "No such model is in the lake %s. Run the pipeline, or name another lake with --lake.%n"
          .formatted(lake);
    }
    StringBuilder text = new StringBuilder();
    for (History model : models) {
      text.append(
          line(
              "%s: %s%s",
              model.model(),
              model.serving().inWords(),
              model.holding().map(ModelsReport::by).orElse("")));
      text.append(
          line(
              "  %-9s %-9s %-10s %10s %10s  %s",
              "version", "status", "gate", "value", "bound", "why"));
      for (ModelVersion version : model.versions()) {
        text.append(
            line(
                "%s %-9d %-9s %-10s %10s %10s  %s",
                serves(model, version) ? "*" : " ",
                version.version(),
                version.status(),
                version.gateMetric() == null ? "none" : version.gateMetric(),
                number(version.gateValue()),
                number(version.gateBound()),
                why(version)));
      }
      text.append(line(""));
    }
    return text.toString();
  }

  private static String why(ModelVersion version) {
    return version.filesRemoved() == null
        ? version.reason()
        : "removed by the run of %s; %s".formatted(version.filesRemoved(), version.reason());
  }

  private static String by(Decision decision) {
    return ", as %s decided on %s%s until reelhouse models release"
        .formatted(
            decision.by(),
            decision.at().toString().substring(0, 10),
            decision.note() == null ? "" : " (" + decision.note() + ")");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing() + System.lineSeparator();
  }

  static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static boolean serves(History model, ModelVersion version) {
    return model.serving().has(version.version());
  }

  static String json(List<History> models) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (History model : models) {
      ObjectNode node = array.addObject();
      node.put("model", model.model());
      shares(model.serving(), node.putArray("serving"));
      node.put("held", model.holding().isPresent());
      ArrayNode versions = node.putArray("versions");
      model.versions().forEach(version -> describe(version, versions.addObject()));
      ArrayNode decisions = node.putArray("decisions");
      model.decisions().forEach(decision -> describe(decision, decisions.addObject()));
    }
    return array.toPrettyString() + System.lineSeparator();
  }

  private static void describe(ModelVersion version, ObjectNode node) {
    node.put("version", version.version());
    node.put("as_of", version.asOf().toString());
    node.put("job", version.job());
    node.put("status", version.status());
    node.put("reason", version.reason());
    node.put("gate_metric", version.gateMetric());
    node.put("gate_value", version.gateValue());
    node.put("gate_bound", version.gateBound());
    node.put("path", version.path());
    node.put("sha256", version.sha256());
    node.put(
        "files_removed", version.filesRemoved() == null ? null : version.filesRemoved().toString());
    node.put("training_rows", version.trainingRows());
    node.put("training_seconds", version.seconds());
    node.put("run_id", version.runId());
    node.put("code_commit", version.codeCommit());
    node.put("settings_hash", version.settingsHash());
    version.parameters().forEach(node.putObject("parameters")::put);
    version.tablesRead().forEach(node.putObject("tables_read")::put);
    shares(version.serving(), node.putArray("serving"));
  }

  private static void describe(Decision decision, ObjectNode node) {
    node.put("decision", decision.number());
    node.put("effective_from", decision.asOf().toString());
    node.put("action", decision.action().name().toLowerCase(Locale.ROOT));
    node.put("by", decision.by());
    node.put("at", decision.at().toString());
    node.put("note", decision.note());
    shares(decision.serving(), node.putArray("serving"));
  }

  private static void shares(TrafficSplit split, ArrayNode array) {
    split
        .shares()
        .forEach(
            share -> array.addObject().put("version", share.version()).put("share", share.share()));
  }
}
