package org.reelhouse.models;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A version that serves a share of the users, as in the column {@code serving}.
 *
 * @param version the as-of date of its training as {@code yyyyMMdd}
 * @param share above 0; those of one model make 1
 */
public record Share(int version, double share) {

  static List<Share> of(Row row) {
    return row.<Row>getList(row.fieldIndex("serving")).stream()
        .map(part -> new Share(part.getInt(0), part.getDouble(1)))
        .toList();
  }

  /** One version for all. */
  static List<Share> whole(int version) {
    return List.of(new Share(version, 1));
  }

  static Row[] rows(List<Share> shares) {
    return shares.stream()
        .map(share -> RowFactory.create(share.version(), share.share()))
        .toArray(Row[]::new);
  }

  /** The same as a sentence begins, such as {@code 20260101 serves}. */
  public static String serving(List<Share> shares) {
    return text(shares) + (shares.size() == 1 ? " serves" : " serve");
  }

  /**
   * The shares in words, such as {@code 20260101} or {@code 20260101 (50 %) and 20260201 (50 %)}.
   */
  public static String text(List<Share> shares) {
    return shares.size() == 1
        ? String.valueOf(shares.get(0).version())
        : String.join(
            " and ",
            shares.stream()
                .map(
                    share ->
                        "%d (%d %%)".formatted(share.version(), Math.round(100 * share.share())))
                .toList());
  }
}
