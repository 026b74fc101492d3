package org.reelhouse.normalize;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the script of a title says of its language. */
final class Scripts {
  private Scripts() {}

  /** Infers the original language from the original title where only one is written so. */
  static void inferLanguage(TitleDraft draft) {
    String language = language((String) draft.value("original_title"));
    if (language != null && draft.value("original_language") == null) {
      draft.originalLanguage(language).inferred("original_language");
    }
  }

  /** Japanese by its kana, Korean by its hangul; Chinese characters alone may be either's. */
  static @Nullable String language(@Nullable String title) {
    Set<Character.UnicodeScript> scripts =
        title == null
            ? Set.of()
            : title.codePoints().mapToObj(Character.UnicodeScript::of).collect(Collectors.toSet());
    if (scripts.contains(Character.UnicodeScript.HIRAGANA)
        || scripts.contains(Character.UnicodeScript.KATAKANA)) {
      return "ja";
    }
    return scripts.contains(Character.UnicodeScript.HANGUL) ? "ko" : null;
  }
}
