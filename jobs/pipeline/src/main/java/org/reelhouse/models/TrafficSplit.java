package org.reelhouse.models;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The versions that serve, each with its share of the users, as in the columns {@code serving}. A
 * user gets a version by the first 32 bits of the SHA-256 of the user id, so that it stays the same
 * as long as the shares do, in every program that can hash.
 *
 * @param shares none where no version serves; else 1 together
 */
public record TrafficSplit(List<Share> shares) implements Serializable {
  /** No version serves. */
  static final TrafficSplit NONE = new TrafficSplit(List.of());

  private static final double RANGE = 1L << Integer.SIZE;

  /**
   * A version and who it serves.
   *
   * @param version the as-of date of its training as {@code yyyyMMdd}
   * @param share of the users, above 0
   */
  public record Share(int version, double share) implements Serializable {}

  /** One version for all. */
  public static TrafficSplit all(int version) {
    return new TrafficSplit(List.of(new Share(version, 1)));
  }

  /** A second version beside the one that serves. */
  static TrafficSplit between(int first, int second, double shareOfSecond) {
    return new TrafficSplit(
        List.of(new Share(first, 1 - shareOfSecond), new Share(second, shareOfSecond)));
  }

  static TrafficSplit of(Row row) {
    return new TrafficSplit(
        row.<Row>getList(row.fieldIndex("serving")).stream()
            .map(part -> new Share(part.getInt(0), part.getDouble(1)))
            .toList());
  }

  Row[] rows() {
    return shares.stream()
        .map(share -> RowFactory.create(share.version(), share.share()))
        .toArray(Row[]::new);
  }

  /** Whether no version serves. */
  public boolean isNone() {
    return shares.isEmpty();
  }

  /** Whether a version serves anybody. */
  public boolean has(int version) {
    return shares.stream().anyMatch(share -> share.version() == version);
  }

  /** The place in {@link #shares} of the version of a user, from 0. */
  public int placeOf(String userId) {
    double point = Integer.toUnsignedLong(ByteBuffer.wrap(DigestUtils.sha256(userId)).getInt());
    double end = 0;
    for (int place = 0; place < shares.size() - 1; place++) {
      end += shares.get(place).share();
      if (point < end * RANGE) {
        return place;
      }
    }
    return shares.size() - 1;
  }

  /** As a sentence begins, such as {@code 20260101 serves}. */
  public String inWords() {
    return this + (shares.size() == 2 ? " serve" : " serves");
  }

  /** Such as {@code 20260101} or {@code 20260101 (50 %) and 20260201 (50 %)}. */
  @Override
  public String toString() {
    return switch (shares.size()) {
      case 0 -> "no version";
      case 1 -> String.valueOf(shares.get(0).version());
      default ->
          shares.stream()
              .map(
                  share -> "%d (%d %%)".formatted(share.version(), Math.round(100 * share.share())))
              .collect(Collectors.joining(" and "));
    };
  }
}
