package org.reelhouse.normalize.genres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.tables.Silver;

/**
 * What a model of genres is worth, for {@code ops.data_quality} and for the operator.
 *
 * @param all of all genres together
 * @param byGenre of each genre that it tells
 */
record GenreMeasures(GenreQuality all, Map<String, GenreQuality> byGenre) {
  static final StructType SCHEMA =
      StructType.fromDDL("check STRING, subject STRING, value DOUBLE, table STRING, detail STRING");

  /** Measures a model on overviews that it was not made from. */
  static GenreMeasures of(GenreModel model, List<LabelledOverview> overviews) {
    return new GenreMeasures(
        GenreQuality.of(model, overviews), GenreQuality.byGenre(model, overviews));
  }

  /** What an operator should know; genres are only told from a least precision on. */
  String inWords(double least) {
    if (all.told() == 0) {
      return String.format(
          Locale.ROOT,
          "tells no genre from overviews: none is told with a precision of %.2f; titles without genres stay without",
          least);
    }
    return String.format(
        Locale.ROOT,
        "%s, precision %.3f and recall %.3f on %,d overviews it has not seen%s",
        all.precision() >= least
            ? "tells genres from overviews (" + String.join(", ", byGenre.keySet()) + ")"
            : "tells no genre from overviews",
        all.precision(),
        all.recall(),
        all.overviews(),
        all.precision() >= least ? "" : String.format(Locale.ROOT, ": %.2f is asked", least));
  }

  /** Rows of {@link #SCHEMA}: precision and recall where there are any. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    add(rows, "all", all);
    byGenre.forEach((genre, quality) -> add(rows, genre, quality));
    return rows;
  }

  private static void add(List<Row> rows, String subject, GenreQuality quality) {
    if (quality.told() > 0) {
      String detail = quality.right() + " of " + quality.told() + " genres told from overviews";
      rows.add(row("inferred_genre_precision", subject, quality.precision(), detail));
    }
    if (quality.stated() > 0) {
      String detail = quality.right() + " of " + quality.stated() + " genres stated";
      rows.add(row("inferred_genre_recall", subject, quality.recall(), detail));
    }
  }

  private static Row row(String check, String subject, double value, String detail) {
    return RowFactory.create(
        check, subject, value, Silver.SOURCE_TITLE.name(), detail + ", on titles held out");
  }
}
