package org.reelhouse.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Languages by ISO 639-1, from Java's data and {@code conf/languages.yaml}. What has no code of its
 * own counts as the language it belongs to: Cantonese as Chinese, Bokmål as Norwegian.
 */
public final class Languages {
  private static final Declaration DECLARED =
      ReferenceFile.load("conf/languages.yaml", Declaration.class);
  private static final Pattern WITH_REGION =
      Pattern.compile("\\s*([A-Za-z]{2,3})[-_](?:[A-Za-z]{2,4}|\\d{3})(?:[-_]\\w{1,8})?\\s*");

  /** The word behind a name of some length: "No Language" is not Norwegian. */
  private static final Pattern LANGUAGE = Pattern.compile("^(\\p{L}{4,40}) language$");

  private static final Map<String, String> VARIANTS = variants();
  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> CODES = codesByKey();

  private Languages() {}

  /** The file as written. */
  record Declaration(
      Map<String, List<String>> variants, @JsonProperty("native") Map<String, String> own) {}

  /**
   * The code of a code in any case, of two or three letters, perhaps with a region as in en-US, or
   * of a name: English, in the language itself, or in one of {@link ForeignNames}.
   */
  public static @Nullable String code(@Nullable String label) {
    if (label == null) {
      return null;
    }
    String code = CODES.get(Label.key(label));
    if (code != null) {
      return code;
    }
    Matcher withRegion = WITH_REGION.matcher(label);
    String plain =
        withRegion.matches()
            ? withRegion.group(1).toLowerCase(Locale.ROOT)
            : LANGUAGE.matcher(Label.key(Label.withoutParentheses(label))).replaceFirst("$1");
    String known = CODES.get(plain);
    return known == null ? ForeignNames.language(plain) : known;
  }

  /** The codes of one or several labels in a cell. */
  public static Codes codes(@Nullable String cell) {
    return Codes.of(cell, Languages::code);
  }

  /** The English name, null for what is no code. */
  public static @Nullable String name(String code) {
    return NAMES.get(code);
  }

  /** Every code. */
  public static SortedSet<String> codes() {
    return new TreeSet<>(NAMES.keySet());
  }

  private static Map<String, String> names() {
    TreeMap<String, String> names = new TreeMap<>();
    languages().forEach(code -> names.put(code, locale(code).getDisplayLanguage(Locale.ENGLISH)));
    return names;
  }

  private static Map<String, String> codesByKey() {
    Map<String, String> codes = new HashMap<>();
    DECLARED.own().forEach((code, name) -> codes.put(Label.key(name), code));
    languages().forEach(code -> codes.put(Label.key(locale(code).getISO3Language()), code));
    NAMES.forEach((code, name) -> codes.put(Label.key(name), code));
    codes.putAll(VARIANTS);
    NAMES.keySet().forEach(code -> codes.put(code, code));
    return codes;
  }

  private static Map<String, String> variants() {
    Map<String, String> variants = new HashMap<>();
    DECLARED
        .variants()
        .forEach((code, labels) -> labels.forEach(label -> variants.put(Label.key(label), code)));
    return variants;
  }

  /** Java lists withdrawn codes as well, which are variants of others here. */
  private static Stream<String> languages() {
    return Stream.of(Locale.getISOLanguages())
        .filter(code -> code.length() == 2 && !VARIANTS.containsKey(code))
        .sorted();
  }

  private static Locale locale(String code) {
    return new Locale.Builder().setLanguage(code).build();
  }
}
