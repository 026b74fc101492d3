package org.reelhouse.normalize.merge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.TitleColumns;

/** A row of {@code silver.source_title} that is completed after its records were merged. */
public final class InferredTitle {
  private InferredTitle() {}

  /** The title with these genres, marked as inferred from its overview; as it is without any. */
  public static Row withGenres(Row title, List<String> genres) {
    if (genres.isEmpty()) {
      return title;
    }
    @Nullable Object[] values = new Object[TitleColumns.COUNT];
    for (int column = 0; column < TitleColumns.COUNT; column++) {
      values[column] = plain(title, column);
    }
    Map<String, String> methods = new TreeMap<>();
    if (values[TitleColumns.INFERRED_BY] instanceof Map<?, ?> others) {
      others.forEach((name, method) -> methods.put(name.toString(), method.toString()));
    }
    methods.put(TitleColumns.name(TitleColumns.GENRES), Inference.OVERVIEW);
    values[TitleColumns.GENRES] = genres;
    values[TitleColumns.INFERRED] = List.copyOf(methods.keySet());
    values[TitleColumns.INFERRED_BY] = methods;
    values[TitleColumns.RECORD_HASH] = Fingerprint.ofTitle(values);
    @Nullable Object[] external = new Object[values.length];
    for (int column = 0; column < values.length; column++) {
      external[column] = DraftRows.external(values[column]);
    }
    return RowFactory.create(external);
  }

  private static @Nullable Object plain(Row title, int column) {
    if (title.isNullAt(column)) {
      return null;
    }
    Object value = title.get(column);
    if (value instanceof scala.collection.Map<?, ?>) {
      return title.getJavaMap(column);
    }
    return value instanceof scala.collection.Seq<?> ? title.getList(column) : value;
  }
}
