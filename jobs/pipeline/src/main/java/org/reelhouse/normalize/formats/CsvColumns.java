package org.reelhouse.normalize.formats;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * The columns of a delimited format, and the cells of a record by their names.
 *
 * @param required columns each file must have
 * @param optional columns a file may lack
 */
public record CsvColumns(List<String> required, List<String> optional) implements Serializable {

  /** Comma-separated with a header. */
  RawLayout csv() {
    return RawLayout.Delimited.csv(required, optional);
  }

  /** The cell as received; null if it is empty or the file lacks the column. */
  @Nullable String raw(RawRecord record, String column) {
    int place = required.indexOf(column);
    return record.cells().get(place >= 0 ? place : required.size() + optional.indexOf(column));
  }

  /** The cleaned text of a cell; null if nothing is left of it. */
  public @Nullable String text(RawRecord record, String column) {
    return Texts.clean(raw(record, column));
  }

  /**
   * The identifier in a cell: digits, without leading zeros.
   *
   * @throws Rejection if there is none, or something else, as in rows whose cells are shifted
   */
  String number(RawRecord record, String column) throws Rejection {
    String identifier = text(record, column);
    if (identifier == null) {
      throw new Rejection("missing_id", column + " is empty");
    }
    if (!identifier.matches("[0-9]{1,18}")) {
      throw new Rejection(
          "bad_value", column + " is no number but " + identifier + "; are the cells shifted?");
    }
    return Long.toString(Long.parseLong(identifier));
  }
}
