package org.reelhouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.reelhouse.themes.ThemeCount;
import org.reelhouse.themes.ThemesEvaluation;
import org.reelhouse.themes.ThemesEvaluation.Found;

/** What evaluate-themes says, for people and for machines. */
final class ThemesReport {
  private ThemesReport() {}

  static String text(ThemesEvaluation evaluation, double seconds) {
    StringBuilder text = new StringBuilder();
    text.append(line("texts                %,d", evaluation.texts()));
    text.append(line("themes               %d", evaluation.themes().size()));
    text.append(line("  by seed and sample %s", joined(evaluation.counts())));
    text.append(line("NPMI of top terms    %.4f", evaluation.npmi()));
    text.append(line("  on held-out texts  %.4f", evaluation.npmiHeldOut()));
    text.append(line("diversity            %.4f", evaluation.diversity()));
    text.append(line("ARI across seeds     %.4f", evaluation.ariSeeds()));
    text.append(line("  across samples     %.4f", evaluation.ariSamples()));
    evaluation
        .nmiGenres()
        .ifPresent(value -> text.append(line("NMI against genres   %.4f", value)));
    text.append(line("silhouette           %.4f", evaluation.silhouette()));
    text.append(line("biggest theme        %.2f %%", evaluation.biggestShare() * 100));
    text.append(line("seconds              %.1f", seconds));
    if (!evaluation.measured().isEmpty()) {
      text.append(line("%nthemes    gain  below the best  error"));
    }
    for (ThemeCount.Measured one : evaluation.measured()) {
      text.append(
          line(
              "%6d  %.4f          %.4f  %.4f",
              one.themes(), one.gain(), one.shortfall(), one.error()));
    }
    text.append(line("%ntitles    NPMI  top terms"));
    for (Found theme : evaluation.themes()) {
      text.append(
          line("%,6d  %6.3f  %s", theme.titles(), theme.npmi(), String.join(", ", theme.terms())));
    }
    return text.toString();
  }

  private static String joined(List<Integer> counts) {
    return counts.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  static ObjectNode json(ThemesEvaluation evaluation, double seconds) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("texts", evaluation.texts())
            .put("themes", evaluation.themes().size())
            .put("npmi", evaluation.npmi())
            .put("npmi_held_out", evaluation.npmiHeldOut())
            .put("diversity", evaluation.diversity())
            .put("ari_seeds", evaluation.ariSeeds())
            .put("ari_samples", evaluation.ariSamples())
            .put("silhouette", evaluation.silhouette())
            .put("biggest_share", evaluation.biggestShare())
            .put("seconds", seconds);
    evaluation.nmiGenres().ifPresent(value -> json.put("nmi_genres", value));
    ArrayNode counts = json.putArray("counts");
    evaluation.counts().forEach(counts::add);
    ArrayNode measured = json.putArray("measured");
    for (ThemeCount.Measured one : evaluation.measured()) {
      measured
          .addObject()
          .put("themes", one.themes())
          .put("gain", one.gain())
          .put("shortfall", one.shortfall())
          .put("error", one.error());
    }
    ArrayNode found = json.putArray("found");
    for (Found theme : evaluation.themes()) {
      ArrayNode terms =
          found
              .addObject()
              .put("label", theme.label())
              .put("titles", theme.titles())
              .put("npmi", theme.npmi())
              .putArray("terms");
      theme.terms().forEach(terms::add);
    }
    return json;
  }
}
