package org.reelhouse.text;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Hashes that stand for texts of which only equality counts: MurmurHash3 over UTF-8. Saved models
 * and tables hold them, so that they may never change.
 */
public final class TextHash {
  private TextHash() {}

  /** For terms: of some hundred thousand a few share one. */
  public static int bits32(String text) {
    return MurmurHash3.hash32x86(text.getBytes(StandardCharsets.UTF_8));
  }

  /** For names and whole texts, the first half of 128 bits: of millions hardly two share one. */
  public static long bits64(String text) {
    return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
  }
}
