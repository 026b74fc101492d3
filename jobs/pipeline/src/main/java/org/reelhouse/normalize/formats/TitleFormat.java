package org.reelhouse.normalize.formats;

import java.io.Serializable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** How the records of one published format become drafts of titles. */
public interface TitleFormat extends Serializable {

  /** How the bytes of a file become records. */
  RawLayout layout(DatasetSettings dataset);

  /**
   * Reads one well-formed record.
   *
   * @param record without a problem, its cells in the order of the layout's required and then
   *     optional columns
   * @throws Rejection if the record cannot become a title or a supplement of one
   */
  TitleDraft read(RawRecord record) throws Rejection;

  /**
   * Whether the drafts name their titles by {@code platform|title in lower case|year} instead of an
   * identifier. Such a draft supplements every title of the platform's source with that name.
   */
  default boolean namesTitles() {
    return false;
  }
}
