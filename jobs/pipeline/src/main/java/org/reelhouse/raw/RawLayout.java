package org.reelhouse.raw;

import java.io.Serializable;
import java.util.List;

/** How the bytes of a raw file become records. Plain and gzip-compressed files read alike. */
public sealed interface RawLayout extends Serializable {

  /**
   * Lines of cells below a header. Lines end by line feeds, with or without carriage returns, or by
   * carriage returns alone. Cells may be quoted with {@code "}, doubled inside a quoted cell, and
   * hold line breaks then. A byte-order mark is passed over; bytes that are not UTF-8 are a problem
   * of the records that hold them.
   *
   * @param separator one or more characters between the cells, such as {@code ","}, tab or {@code
   *     "::"}
   * @param header whether the first line names the columns; if not, the cells are the columns in
   *     order
   * @param required columns each file must have
   * @param optional columns a file may lack
   */
  record Delimited(String separator, boolean header, List<String> required, List<String> optional)
      implements RawLayout {

    /** Comma-separated values with a header. */
    public static Delimited csv(List<String> required, List<String> optional) {
      return new Delimited(",", true, required, optional);
    }
  }

  /**
   * One JSON document a file, or several, such as one a line. The records of a document are the
   * elements of the first of the given top-level arrays that is present, the elements of the
   * document if it is an array, or else the document. {@code NaN} and {@code Infinity} read as
   * numbers.
   *
   * @param arrays names such as {@code data} or {@code results}
   */
  record Json(List<String> arrays) implements RawLayout {}
}
