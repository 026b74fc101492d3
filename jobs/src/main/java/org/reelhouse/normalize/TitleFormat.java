package org.reelhouse.normalize;

import java.io.Serializable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.lake.RawLayout;
import org.reelhouse.lake.RawRecord;

/** How the records of one published format become drafts of titles. */
interface TitleFormat extends Serializable {

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
