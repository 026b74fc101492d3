package org.reelhouse.normalize.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reelhouse.normalize.values.Scripts;
import org.reelhouse.reference.Kind;

/**
 * What a record leaves out and the rest of it implies. Each value that is set here is marked with
 * the method it came by; docs/measurements/normalization.md says how often each is right.
 */
public final class Inference {
  /** The language from the script of the original title. */
  static final String SCRIPT = "script";

  /** The year, or the kind, from what stands in parentheses behind the title. */
  public static final String TITLE = "title";

  /** The kind from the number of seasons. */
  public static final String SEASONS = "seasons";

  /** The kind from the number of episodes. */
  static final String EPISODES = "episodes";

  /** The kind from the running time. */
  static final String RUNTIME = "runtime";

  /** The kind that titles of the source usually are. */
  static final String USUAL = "usual";

  /** Where festivals and the Academy draw the line between a short and a feature. */
  private static final int MINUTES_OF_A_FEATURE = 40;

  private static final Pattern YEAR_BEHIND =
      Pattern.compile("\\((18[7-9]\\d|19\\d\\d|20\\d\\d)\\)$");

  private Inference() {}

  /** Sets language and year of a title, if the record says neither and they can be inferred. */
  public static void complete(TitleDraft draft) {
    String title = (String) draft.value("title");
    if (title != null) {
      language(draft, title);
      year(draft, title);
    }
  }

  /** Sets the kind, if there is none and seasons, episodes or running time imply it. */
  public static void kind(TitleDraft draft) {
    if (draft.value("kind") != null) {
      return;
    }
    Integer episodes = (Integer) draft.value("episodes");
    Integer minutes = (Integer) draft.value("runtime_minutes");
    if (draft.value("seasons") != null) {
      draft.kind(Kind.SERIES).inferred("kind", SEASONS);
    } else if (episodes != null) {
      draft.kind(episodes > 1 ? Kind.SERIES : Kind.MOVIE).inferred("kind", EPISODES);
    } else if (minutes != null) {
      draft
          .kind(minutes < MINUTES_OF_A_FEATURE ? Kind.SHORT : Kind.MOVIE)
          .inferred("kind", RUNTIME);
    }
  }

  /** Sets the kind, if there is none: as seasons or episodes imply it, or as is usual. */
  public static void kindOr(Kind usual, TitleDraft draft) {
    if (draft.value("seasons") != null || draft.value("episodes") != null) {
      kind(draft);
    } else if (draft.value("kind") == null) {
      draft.kind(usual).inferred("kind", USUAL);
    }
  }

  private static void language(TitleDraft draft, String title) {
    if (draft.value("original_language") != null) {
      return;
    }
    String original = (String) draft.value("original_title");
    String language = Scripts.language(original == null ? title : original);
    if (language != null) {
      draft.originalLanguage(language).inferred("original_language", SCRIPT);
    }
  }

  private static void year(TitleDraft draft, String title) {
    Matcher year = YEAR_BEHIND.matcher(title);
    if (draft.value("release_year") == null && title.endsWith(")") && year.find()) {
      draft.releaseYear(Integer.valueOf(year.group(1))).inferred("release_year", TITLE);
    }
  }
}
