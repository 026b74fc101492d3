package org.reelhouse.normalize.formats;

import java.util.List;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * {@code mal-synopsis-csv}: synopses with the identifiers of MyAnimeList. The header in the wild
 * also reads {@code sypnopsis}.
 */
record MalSynopsisCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of("MAL_ID", "Name"), List.of("Score", "Genres", "Synopsis", "sypnopsis"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String id = COLUMNS.number(record, "MAL_ID");
    String synopsis = COLUMNS.text(record, "Synopsis");
    TitleDraft draft = new TitleDraft(id).externalId("mal", id);
    draft
        .title(COLUMNS.text(record, "Name"))
        .rawGenres(Texts.list(COLUMNS.raw(record, "Genres"), Texts.COMMA))
        .score(draft.read("score", COLUMNS.text(record, "Score"), MalAnime::score))
        .overview(
            MalAnime.synopsis(synopsis == null ? COLUMNS.text(record, "sypnopsis") : synopsis));
    MalAnime.kind(draft, null);
    return DraftRules.required(draft);
  }
}
