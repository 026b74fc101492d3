package org.reelhouse.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Countries by ISO 3166-1 alpha-2, from Java's data and {@code conf/countries.yaml}. A state that
 * is no more counts as its successor: the Soviet Union as Russia, West Germany as Germany.
 */
public final class Countries {
  private static final Declaration DECLARED =
      ReferenceFile.load("conf/countries.yaml", Declaration.class);
  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> CODES = codesByKey();
  private static final Map<String, String> REGIONS = regionsByCode();

  private Countries() {}

  /** The file as written. */
  record Declaration(
      Map<String, String> names,
      Map<String, List<String>> variants,
      Map<String, List<String>> regions,
      @JsonProperty("native") Map<String, List<String>> own) {}

  /**
   * The code of a code in any case, of two or three letters, or of a name: English, former, in a
   * language of the country, or in one of {@link ForeignNames}.
   */
  public static @Nullable String code(@Nullable String label) {
    if (label == null) {
      return null;
    }
    String code = CODES.get(Label.key(label));
    if (code != null) {
      return code;
    }
    String plain = Label.key(Label.withoutParentheses(label));
    String known = CODES.get(plain);
    return known == null ? ForeignNames.country(plain) : known;
  }

  /** The codes of one or several labels in a cell. */
  public static Codes codes(@Nullable String cell) {
    return Codes.of(cell, Countries::code);
  }

  /** The English name, null for what is no code. */
  public static @Nullable String name(String code) {
    return NAMES.get(code);
  }

  /** The market the country belongs to, such as Latin America; null for what is no code. */
  public static @Nullable String region(String code) {
    return REGIONS.get(code);
  }

  /** Every code. */
  public static SortedSet<String> codes() {
    return new TreeSet<>(NAMES.keySet());
  }

  private static Map<String, String> names() {
    TreeMap<String, String> names = new TreeMap<>();
    for (String code : Locale.getISOCountries()) {
      names.put(code, locale(code).getDisplayCountry(Locale.ENGLISH));
    }
    names.putAll(DECLARED.names());
    return names;
  }

  private static Map<String, String> codesByKey() {
    Map<String, String> codes = new HashMap<>();
    DECLARED
        .own()
        .forEach((code, labels) -> labels.forEach(label -> codes.put(Label.key(label), code)));
    for (String code : Locale.getISOCountries()) {
      codes.put(Label.key(locale(code).getISO3Country()), code);
      codes.put(Label.key(locale(code).getDisplayCountry(Locale.ENGLISH)), code);
    }
    NAMES.forEach((code, name) -> codes.put(Label.key(name), code));
    DECLARED
        .variants()
        .forEach((code, labels) -> labels.forEach(label -> codes.put(Label.key(label), code)));
    NAMES.keySet().forEach(code -> codes.put(Label.key(code), code));
    return codes;
  }

  private static Map<String, String> regionsByCode() {
    Map<String, String> regions = new HashMap<>();
    DECLARED.regions().forEach((region, codes) -> codes.forEach(code -> regions.put(code, region)));
    return regions;
  }

  private static Locale locale(String code) {
    return new Locale.Builder().setRegion(code).build();
  }
}
