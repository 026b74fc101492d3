package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/** Titles of which some tell of others, and how the links between them are written in rows. */
interface LinkedTitles extends Serializable {
  /** The titles, which links name by their positions. */
  Titles titles();

  /** The titles that the one at a position tells of. */
  Links.To toldBy(int position);

  /** For the number in the column title the titles that it tells of: title_id and weight. */
  static Column byId(Broadcast<? extends LinkedTitles> linked) {
    return tells(linked, "title_id: STRING", Titles::titleId);
  }

  /** The same with number and weight. */
  static Column byNumber(Broadcast<? extends LinkedTitles> linked) {
    return tells(linked, "number: INT", Titles::number);
  }

  /** How a title is named in a row. */
  interface Naming extends Serializable {
    @Nullable Object name(Titles titles, int position);
  }

  private static Column tells(
      Broadcast<? extends LinkedTitles> linked, String name, Naming naming) {
    UDF1<Integer, Row[]> tells = number -> rows(linked.value(), number, naming);
    return udf(tells, DataType.fromDDL("ARRAY<STRUCT<%s, weight: FLOAT>>".formatted(name)))
        .asNonNullable()
        .apply(col("title"));
  }

  private static Row[] rows(LinkedTitles linked, int number, Naming naming) {
    Titles titles = linked.titles();
    Integer position = titles.position(number);
    Links.To told = position == null ? TitleLinks.NOTHING : linked.toldBy(position);
    return IntStream.range(0, told.size())
        .mapToObj(i -> RowFactory.create(naming.name(titles, told.row(i)), told.weight(i)))
        .toArray(Row[]::new);
  }

  /** The links that {@link #byNumber} wrote, in rows of title and the column. */
  static TitleLinks readNumbers(List<Row> rows, String column, Titles titles) {
    return read(rows, column, titles, tell -> tell.getInt(0));
  }

  /**
   * The links as they were written.
   *
   * @param rows of title and the column of links
   * @param number of the title that an element of the column names; empty where it is not known
   */
  static TitleLinks read(
      List<Row> rows, String column, Titles titles, Function<Row, @Nullable Integer> number) {
    Function<Row, @Nullable Integer> place =
        tell -> {
          Integer told = number.apply(tell);
          return told == null ? null : titles.position(told);
        };
    Links.To[] toldBy = new Links.To[titles.rated()];
    Arrays.fill(toldBy, TitleLinks.NOTHING);
    for (Row row : rows) {
      Integer position = titles.position(row.<Integer>getAs("title"));
      if (position != null) {
        toldBy[position] = told(row.getList(row.fieldIndex(column)), place);
      }
    }
    return TitleLinks.of(new Links(List.of(toldBy)), toldBy.length);
  }

  private static Links.To told(List<Row> tells, Function<Row, @Nullable Integer> place) {
    List<Row> known = tells.stream().filter(tell -> place.apply(tell) != null).toList();
    int[] positions = new int[known.size()];
    float[] weights = new float[known.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Objects.requireNonNull(place.apply(known.get(i)));
      weights[i] = known.get(i).getFloat(1);
    }
    return new Links.To(positions, weights);
  }
}
