package org.reelhouse.samples.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The words that titles, names and overviews are made of ({@code samples/lexicon.yaml}).
 *
 * @param nouns English, romaji, Japanese, French, Spanish and German, separated by bars
 * @param adjectives English, romaji and Japanese
 * @param endings English, romaji and Japanese
 * @param japaneseGiven romaji and Japanese
 * @param kana romaji and katakana
 */
public record Lexicon(
    List<Theme> themes,
    Sentences sentences,
    List<String> nouns,
    List<String> adjectives,
    List<String> endings,
    List<String> onsets,
    List<String> vowels,
    List<String> codas,
    List<String> cities,
    List<String> given,
    List<String> japaneseGiven,
    List<String> kana,
    List<String> companies,
    List<String> studios) {

  /** The one lexicon; read once in each JVM. */
  public static final Lexicon WORDS = read();

  /** What stories of one theme have in common. Genres stand from the most to the least certain. */
  public record Theme(
      String name,
      List<Genre> genres,
      List<String> heroes,
      List<String> places,
      List<String> events,
      List<String> goals,
      List<String> twists,
      List<String> keywords) {}

  /** Sentences with holes such as <code>{hero}</code>, by their place in an overview. */
  record Sentences(
      List<String> openings, List<String> middles, List<String> endings, List<String> taglines) {}

  private static Lexicon read() {
    try (InputStream stream =
        Objects.requireNonNull(Lexicon.class.getResourceAsStream("/samples/lexicon.yaml"))) {
      return new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .readValue(stream, Lexicon.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
