package org.reelhouse.models;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Which of the versions that serve a user gets: by the first 32 bits of the SHA-256 of the user id,
 * so that a user keeps a version as long as the shares stay, in every program that can hash.
 *
 * @param shares of the versions, in their order, 1 together
 */
public record Arms(List<Double> shares) implements Serializable {
  private static final double RANGE = 1L << Integer.SIZE;

  /** The place of the version of a user, from 0. */
  public int of(String userId) {
    double point = Integer.toUnsignedLong(ByteBuffer.wrap(DigestUtils.sha256(userId)).getInt());
    double end = 0;
    for (int arm = 0; arm < shares.size() - 1; arm++) {
      end += shares.get(arm);
      if (point < end * RANGE) {
        return arm;
      }
    }
    return shares.size() - 1;
  }
}
