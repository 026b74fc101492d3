package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The factors of one user or title. */
final class Vector implements Serializable {
  private static final long serialVersionUID = 1L;

  private final float[] values;

  Vector(float... values) {
    this.values = values.clone();
  }

  /** The floats of an array column, or empty where it is null. */
  static @Nullable Vector read(Row row, String column) {
    int index = row.fieldIndex(column);
    if (row.isNullAt(index)) {
      return null;
    }
    return new Vector(unboxed(row.getList(index)));
  }

  static float[] unboxed(List<Float> boxed) {
    float[] values = new float[boxed.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = boxed.get(i);
    }
    return values;
  }

  /** For a column. */
  Float[] boxed() {
    Float[] boxed = new Float[values.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  int size() {
    return values.length;
  }

  float at(int factor) {
    return values[factor];
  }
}
