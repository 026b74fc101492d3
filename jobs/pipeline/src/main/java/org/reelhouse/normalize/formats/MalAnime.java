package org.reelhouse.normalize.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Kinds;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Kind;

/** What the dumps of MyAnimeList have in common. */
final class MalAnime {
  static final double LOWEST_SCORE = 0.0;
  static final double HIGHEST_SCORE = 10.0;

  private static final Pattern NO_SYNOPSIS =
      Pattern.compile("(?i)^no synopsis (?:information|has been|yet)\\b.*");

  /** Possessive and bounded, so that a text of ten megabytes takes neither stack nor hours. */
  private static final Pattern CREDITS_OF_SYNOPSIS =
      Pattern.compile("(?i)\\s*(?:[\\[(](?:written by|sources?:)[^\\])]{0,500}+[\\])]\\s*)++$");

  private MalAnime() {}

  /** Takes the columns name, genre, type, episodes, rating and members. */
  static TitleDraft described(TitleDraft draft, CsvColumns columns, RawRecord record)
      throws Rejection {
    draft
        .title(columns.text(record, "name"))
        .rawGenres(Texts.list(columns.raw(record, "genre"), Texts.COMMA))
        .episodes(
            draft.read("episodes", columns.text(record, "episodes"), Numbers::positiveInteger))
        .score(draft.read("score", columns.text(record, "rating"), MalAnime::score))
        .members(draft.read("members", columns.text(record, "members"), Numbers::whole));
    kind(draft, columns.text(record, "type"));
    return DraftRules.required(draft);
  }

  /**
   * Sets the kind, once episodes and running time are; what is announced without any is most often
   * a series.
   */
  static void kind(TitleDraft draft, @Nullable String type) {
    draft.kind(Kinds.of(type));
    Inference.kindOr(Kind.SERIES, draft);
  }

  /** A score from 1 to 10; 0 stands for no score. */
  static @Nullable Double score(@Nullable String text) {
    Double score = Numbers.decimal(text);
    return score == null || score == 0 ? null : Numbers.score(score, LOWEST_SCORE, HIGHEST_SCORE);
  }

  /** The synopsis without the note of who wrote it; null for the plea to write one. */
  static @Nullable String synopsis(@Nullable String text) {
    String clean = Texts.known(text);
    if (clean == null || NO_SYNOPSIS.matcher(clean).matches()) {
      return null;
    }
    return Texts.clean(CREDITS_OF_SYNOPSIS.matcher(clean).replaceFirst(""));
  }
}
