package org.reelhouse.themes.corpus;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.text.Terms;

/** The terms of titles. */
public final class Documents {
  private static final String OVERVIEW = "overview";
  private static final List<String> FACTS =
      List.of("title_id", "genres", "countries", "release_year");
  private static final StructType SCHEMA =
      new StructType()
          .add("title_id", DataTypes.StringType)
          .add("genres", DataTypes.createArrayType(DataTypes.StringType))
          .add("countries", DataTypes.createArrayType(DataTypes.StringType))
          .add("release_year", DataTypes.IntegerType)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType));

  private Documents() {}

  /**
   * title_id, genres, countries, release_year and terms of each title that has one of the texts,
   * laid out by the arguments alone: sums over titles are made in this order.
   *
   * @param texts columns that terms are taken from: an overview is read word by word, each entry of
   *     a list is one term
   */
  public static Dataset<Row> of(Dataset<Row> titles, List<String> texts, int partitions) {
    Column any = texts.stream().map(text -> col(text).isNotNull()).reduce(Column::or).orElseThrow();
    Column[] read =
        Stream.concat(FACTS.stream(), texts.stream())
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new);
    return titles
        .where(any)
        .select(read)
        .repartition(partitions, col("title_id"))
        .sortWithinPartitions("title_id")
        .map((MapFunction<Row, Row>) Documents::document, Encoders.row(SCHEMA));
  }

  private static Row document(Row title) {
    List<String> terms = new ArrayList<>();
    for (int place = FACTS.size(); place < title.size(); place++) {
      if (title.isNullAt(place)) {
        continue;
      }
      if (title.schema().fieldNames()[place].equals(OVERVIEW)) {
        terms.addAll(Terms.of(title.getString(place)));
      } else {
        title.<String>getList(place).forEach(entry -> terms.add(entry.toLowerCase(Locale.ROOT)));
      }
    }
    return RowFactory.create(
        title.get(0), title.get(1), title.get(2), title.get(3), terms.toArray(String[]::new));
  }
}
