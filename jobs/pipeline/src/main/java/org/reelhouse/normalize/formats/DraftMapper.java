package org.reelhouse.normalize.formats;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.raw.RecordMapper;

/**
 * Makes one row of each record: its draft, or why there is none.
 *
 * @param format of the record
 * @param titlesOf source whose titles the record speaks of
 * @param platforms platform, in the spelling of name keys, to the source of its catalogue
 * @param platform that offers the titles, if the source is the catalogue of one
 */
public record DraftMapper(
    TitleFormat format, String titlesOf, Map<String, String> platforms, @Nullable String platform)
    implements RecordMapper {
  private static final long serialVersionUID = 1L;

  /** Separates source and identifier; a control character that stands in neither. */
  private static final char KEY_SEPARATOR = '\u001f';

  @Override
  public Iterator<Row> map(RawRecord record) {
    return List.of(row(record)).iterator();
  }

  private Row row(RawRecord record) {
    if (record.problem() != null) {
      return DraftRows.rejected(record, "malformed", record.problem());
    }
    try {
      TitleDraft draft = format.read(record).source(titlesOf);
      Inference.complete(draft);
      if (format.namesTitles()) {
        return DraftRows.of(record, draft, null, withSource(draft.sourceId()));
      }
      if (draft.value("platform") == null) {
        draft.platform(platform);
      }
      return DraftRows.of(
          record, draft, titlesOf + KEY_SEPARATOR + draft.sourceId(), nameKey(draft));
    } catch (Rejection rejection) {
      return DraftRows.rejected(record, rejection.reason(), String.valueOf(rejection.getMessage()));
    } catch (RuntimeException | StackOverflowError bug) {
      throw new IllegalStateException(
          "Record %d of %s of raw/%s/%s broke %s"
              .formatted(record.line(), record.file(), record.source(), record.dataset(), format),
          bug);
    }
  }

  /** The key by which other files may name this title; null if it is on no platform. */
  private @Nullable String nameKey(TitleDraft draft) {
    Object title = draft.value("title");
    if (title == null || !platforms.containsValue(titlesOf)) {
      return null;
    }
    return titlesOf
        + "|"
        + title.toString().toLowerCase(Locale.ROOT)
        + "|"
        + draft.value("release_year");
  }

  private String withSource(String nameKey) {
    int bar = nameKey.indexOf('|');
    String platform = nameKey.substring(0, Math.max(bar, 0));
    return platforms.getOrDefault(platform, platform) + nameKey.substring(Math.max(bar, 0));
  }
}
