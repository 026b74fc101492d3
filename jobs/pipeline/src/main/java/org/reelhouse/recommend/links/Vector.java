package org.reelhouse.recommend.links;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The factors of one user or title. */
public final class Vector implements Serializable {
  private static final long serialVersionUID = 1L;

  private final float[] values;

  public Vector(float... values) {
    this.values = values.clone();
  }

  /** The floats of an array column, or empty where it is null. */
  public static @Nullable Vector read(Row row, String column) {
    int index = row.fieldIndex(column);
    if (row.isNullAt(index)) {
      return null;
    }
    return new Vector(unboxed(row.getList(index)));
  }

  public static float[] unboxed(List<Float> boxed) {
    float[] values = new float[boxed.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = boxed.get(i);
    }
    return values;
  }

  /** Some vectors, one after the other. */
  public static Vector joined(List<float[]> parts) {
    float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int place = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, place, part.length);
      place += part.length;
    }
    return new Vector(joined);
  }

  public static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  /** For a column. */
  public Float[] boxed() {
    Float[] boxed = new Float[values.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  public int size() {
    return values.length;
  }

  public float at(int factor) {
    return values[factor];
  }
}
