package org.reelhouse.recommend.catalogue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.reference.Countries;

/**
 * What is known of all titles that can be recommended, as every executor holds it. A title is named
 * by its position: first those that somebody rated, then the others, both in the order of title
 * ids, so that the lower position wins a tie.
 */
public final class Titles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private final String[] titleIds;
  private final String[] names;
  private final int[] numbers;
  private final int[] years;
  private final int[] ages;
  private final int[] byVotes;
  private final int[] positions;
  private final int rated;
  private final Labels kinds;
  private final Labels genres;
  private final Labels countries;
  private final Labels regions;
  private final Labels platforms;
  private final ContentIndex content;

  private Titles(List<TitleFacts> sorted, RecommendSettings.Content settings) {
    titleIds = sorted.stream().map(TitleFacts::titleId).toArray(String[]::new);
    names =
        sorted.stream()
            .map(title -> title.name() == null ? title.titleId() : title.name())
            .toArray(String[]::new);
    numbers = numbers(sorted, TitleFacts::number);
    years = numbers(sorted, TitleFacts::year);
    ages = numbers(sorted, TitleFacts::age);
    rated = (int) Arrays.stream(numbers).filter(number -> number != NONE).count();
    positions = positions(numbers, rated);
    kinds = labels(sorted, title -> title.kind() == null ? List.of() : List.of(title.kind()));
    genres = labels(sorted, TitleFacts::genres);
    countries = labels(sorted, TitleFacts::countries);
    regions = labels(sorted, title -> regions(title.countries()));
    platforms = labels(sorted, TitleFacts::platforms);
    byVotes = byVotes(sorted);
    content =
        ContentIndex.of(
            sorted.stream().map(TitleFacts::terms).toList(), kinds, years, byVotes, settings);
  }

  public static Titles of(List<TitleFacts> titles, RecommendSettings.Content settings) {
    return new Titles(
        titles.stream()
            .sorted(
                Comparator.comparing((TitleFacts title) -> title.number() == null)
                    .thenComparing(TitleFacts::titleId))
            .toList(),
        settings);
  }

  private static int[] numbers(
      List<TitleFacts> titles, Function<TitleFacts, @Nullable Integer> number) {
    int[] numbers = new int[titles.size()];
    for (int position = 0; position < numbers.length; position++) {
      numbers[position] = Objects.requireNonNullElse(number.apply(titles.get(position)), NONE);
    }
    return numbers;
  }

  /** For each number the position of its title. */
  private static int[] positions(int[] numbers, int rated) {
    int[] positions = new int[Arrays.stream(numbers).max().orElse(NONE) + 1];
    Arrays.fill(positions, NONE);
    for (int position = 0; position < rated; position++) {
      positions[numbers[position]] = position;
    }
    return positions;
  }

  private static Labels labels(List<TitleFacts> titles, Function<TitleFacts, List<String>> labels) {
    return Labels.of(titles.stream().map(labels).toList());
  }

  private static List<String> regions(List<String> countries) {
    return countries.stream()
        .flatMap(country -> Stream.ofNullable(Countries.region(country)))
        .distinct()
        .toList();
  }

  private static int[] byVotes(List<TitleFacts> titles) {
    return IntStream.range(0, titles.size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer position) -> -titles.get(position).votes()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  public int size() {
    return titleIds.length;
  }

  /** Positions from here on are those of titles that nobody rated. */
  public int rated() {
    return rated;
  }

  public String titleId(int position) {
    return titleIds[position];
  }

  /** The main title, or the id where there is none. */
  public String name(int position) {
    return names[position];
  }

  /** The integer that stands for a title in the models, or empty if nobody rated it. */
  public @Nullable Integer number(int position) {
    return numbers[position] == NONE ? null : numbers[position];
  }

  /** The position of the title with a number, or empty if it cannot be recommended. */
  public @Nullable Integer position(int number) {
    int position = number < positions.length ? positions[number] : NONE;
    return position == NONE ? null : position;
  }

  public OptionalInt year(int position) {
    return years[position] == NONE ? OptionalInt.empty() : OptionalInt.of(years[position]);
  }

  /** Youngest age that a title is fit for, or empty where that is not known. */
  OptionalInt age(int position) {
    return ages[position] == NONE ? OptionalInt.empty() : OptionalInt.of(ages[position]);
  }

  /** All positions, the most votes elsewhere first. */
  public int[] byVotes() {
    return Arrays.copyOf(byVotes, byVotes.length);
  }

  /** Each title has one at most. */
  public Labels kinds() {
    return kinds;
  }

  public Labels genres() {
    return genres;
  }

  /** Countries of production. */
  Labels countries() {
    return countries;
  }

  /** The market regions of the countries of production. */
  public Labels regions() {
    return regions;
  }

  /** Known only where a filter needs them. */
  Labels platforms() {
    return platforms;
  }

  public ContentIndex content() {
    return content;
  }
}
