package org.reelhouse.themes.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.reelhouse.themes.ThemesSettings.Count;

/**
 * Chooses how many themes there are by how much they tell of words not yet read: the least number
 * that is not worse than the best by more than a standard error (Breiman et al. 1984). As themes
 * are to survive runs, the number of the run before stays as long as the same is true of it.
 *
 * @param chosen the number
 * @param measured what was measured, by the number; nothing where it was given
 */
public record ThemeCount(int chosen, List<Measured> measured) {
  /** Each number tried is so many times the one before: themes change little by one more. */
  private static final double STEP = 1.25;

  /**
   * One number of themes.
   *
   * @param gain what the themes add to the log likelihood of words not yet read, in nats a term
   * @param shortfall how much less than the best
   * @param error standard error of the shortfall, over texts
   */
  public record Measured(int themes, double gain, double shortfall, double error) {
    private boolean asGood() {
      return shortfall <= error;
    }
  }

  /** The gain of the chosen number, where it was measured. */
  public OptionalDouble gain() {
    return measured.stream()
        .filter(one -> one.themes() == chosen)
        .mapToDouble(Measured::gain)
        .findFirst();
  }

  /**
   * Measures the numbers within bounds.
   *
   * @param most the greatest number that the texts allow
   * @param previous the number of the run before
   * @param measure what is known of the gains of each text, asked for only where there is a choice
   */
  static ThemeCount of(
      Count bounds, int most, OptionalInt previous, Supplier<IntFunction<double[]>> measure) {
    List<Integer> candidates = candidates(bounds, most, previous);
    if (candidates.size() == 1) {
      return new ThemeCount(candidates.get(0), List.of());
    }
    IntFunction<double[]> gains = measure.get();
    TreeMap<Integer, double[]> byThemes = new TreeMap<>();
    candidates.forEach(themes -> byThemes.put(themes, gains.apply(themes)));
    double[] best = best(byThemes);
    List<Measured> measured =
        byThemes.entrySet().stream()
            .map(each -> measured(each.getKey(), each.getValue(), best))
            .toList();
    List<Integer> good = measured.stream().filter(Measured::asGood).map(Measured::themes).toList();
    boolean stays = previous.isPresent() && good.contains(previous.getAsInt());
    return new ThemeCount(stays ? previous.getAsInt() : good.get(0), measured);
  }

  private static List<Integer> candidates(Count bounds, int most, OptionalInt previous) {
    int last = Math.min(bounds.max(), most);
    int first = Math.min(bounds.min(), last);
    TreeSet<Integer> candidates = new TreeSet<>();
    for (int themes = first; themes < last; themes = (int) Math.ceil(themes * STEP)) {
      candidates.add(themes);
    }
    candidates.add(last);
    previous.ifPresent(
        themes -> {
          if (first <= themes && themes <= last) {
            candidates.add(themes);
          }
        });
    return List.copyOf(candidates);
  }

  private static double[] best(Map<Integer, double[]> gains) {
    return gains.values().stream().max(Comparator.comparingDouble(Completion::mean)).orElseThrow();
  }

  private static Measured measured(int themes, double[] gains, double[] best) {
    double[] less = new double[gains.length];
    double squares = 0;
    for (int text = 0; text < less.length; text++) {
      less[text] = best[text] - gains[text];
      squares += less[text] * less[text];
    }
    double shortfall = Completion.mean(less);
    double variance = squares / less.length - shortfall * shortfall;
    return new Measured(
        themes, Completion.mean(gains), shortfall, Math.sqrt(Math.max(0, variance) / less.length));
  }
}
