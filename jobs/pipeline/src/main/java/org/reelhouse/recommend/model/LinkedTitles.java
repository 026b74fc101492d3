package org.reelhouse.recommend.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Links;
import org.reelhouse.recommend.links.TitleLinks;

/** Titles of which some have an influence on others, and how that is written in rows. */
public interface LinkedTitles extends Serializable {
  /** The titles, which links name by their positions. */
  Titles titles();

  /** The titles that the one at a position has an influence on. */
  Links.To influences(int position);

  /** For the number in the column title the titles it has an influence on: title_id and weight. */
  static Column byId(Broadcast<? extends LinkedTitles> linked) {
    return influences(linked, "title_id: STRING", Titles::titleId);
  }

  /** The same with title_number and weight. */
  static Column byNumber(Broadcast<? extends LinkedTitles> linked) {
    return influences(linked, "title_number: INT", Titles::number);
  }

  /** How a title is named in a row. */
  interface Naming extends Serializable {
    @Nullable Object name(Titles titles, int position);
  }

  private static Column influences(
      Broadcast<? extends LinkedTitles> linked, String name, Naming naming) {
    UDF1<Integer, Row[]> influences = number -> rows(linked.value(), number, naming);
    return udf(influences, DataType.fromDDL("ARRAY<STRUCT<%s, weight: FLOAT>>".formatted(name)))
        .asNonNullable()
        .apply(col("title"));
  }

  private static Row[] rows(LinkedTitles linked, int number, Naming naming) {
    Titles titles = linked.titles();
    Integer position = titles.position(number);
    Links.To others = position == null ? TitleLinks.NOTHING : linked.influences(position);
    return IntStream.range(0, others.size())
        .mapToObj(i -> RowFactory.create(naming.name(titles, others.row(i)), others.weight(i)))
        .toArray(Row[]::new);
  }

  /** The links that {@link #byId} wrote, in rows of title, title_id and the column. */
  static TitleLinks readIds(List<Row> rows, String column, Titles titles) {
    Map<String, Integer> numbers = new HashMap<>();
    rows.forEach(row -> numbers.put(row.getAs("title_id"), row.getAs("title")));
    return read(rows, column, titles, link -> numbers.get(link.getString(0)));
  }

  /** The links that {@link #byNumber} wrote, in rows of title and the column. */
  static TitleLinks readNumbers(List<Row> rows, String column, Titles titles) {
    return read(rows, column, titles, link -> link.getInt(0));
  }

  /**
   * The links as they were written.
   *
   * @param rows of title and the column of links
   * @param number of the title that an element of the column names; empty where it is not known
   */
  private static TitleLinks read(
      List<Row> rows, String column, Titles titles, Function<Row, @Nullable Integer> number) {
    Function<Row, @Nullable Integer> place =
        link -> {
          Integer other = number.apply(link);
          return other == null ? null : titles.position(other);
        };
    Links.To[] influences = new Links.To[titles.rated()];
    Arrays.fill(influences, TitleLinks.NOTHING);
    for (Row row : rows) {
      Integer position = titles.position(row.<Integer>getAs("title"));
      if (position != null) {
        influences[position] = links(row.getList(row.fieldIndex(column)), place);
      }
    }
    return TitleLinks.of(new Links(List.of(influences)), influences.length);
  }

  private static Links.To links(List<Row> written, Function<Row, @Nullable Integer> place) {
    List<Row> known = written.stream().filter(link -> place.apply(link) != null).toList();
    int[] positions = new int[known.size()];
    float[] weights = new float[known.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Objects.requireNonNull(place.apply(known.get(i)));
      weights[i] = known.get(i).getFloat(1);
    }
    return new Links.To(positions, weights);
  }
}
