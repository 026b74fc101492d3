package org.reelhouse.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Faults that a file of any format may have as a whole. */
final class SpoiltText {
  private SpoiltText() {}

  /**
   * Those of a text that has three records.
   *
   * @param text with line feeds, none of them inside of a record
   */
  static List<SpoiltFile> of(String text) {
    byte[] packed = gzip(text);
    return List.of(
        SpoiltFile.readable("none", text.getBytes(UTF_8), 3, 0),
        SpoiltFile.readable(
            "no line break at the end", text.replaceFirst("\n$", "").getBytes(UTF_8), 3, 0),
        SpoiltFile.readable("byte-order mark", ("\uFEFF" + text).getBytes(UTF_8), 3, 0),
        SpoiltFile.readable("CRLF", text.replace("\n", "\r\n").getBytes(UTF_8), 3, 0),
        SpoiltFile.readable("CR alone", text.replace("\n", "\r").getBytes(UTF_8), 3, 0),
        SpoiltFile.readable("blank lines", text.replace("\n", "\n\n").getBytes(UTF_8), 3, 0),
        SpoiltFile.readable("empty", new byte[0], 0, 0),
        SpoiltFile.fatal(
            "truncated gzip", "a.gz", Arrays.copyOf(packed, packed.length / 2), "ZLIB"),
        SpoiltFile.fatal(
            "gzip without its end", "a.gz", Arrays.copyOf(packed, packed.length - 5), "breaks off"),
        SpoiltFile.fatal("empty gzip", "a.gz", new byte[0], "empty or breaks off"),
        SpoiltFile.fatal("no gzip", "a.gz", text.getBytes(UTF_8), "Not in GZIP format"),
        SpoiltFile.fatal("UTF-16", "a.txt", text.getBytes(UTF_16), "UTF-16"),
        SpoiltFile.fatal("UTF-16, unmarked", "a.txt", text.getBytes(UTF_16LE), "UTF-16"),
        SpoiltFile.fatal("UTF-16, big end first", "a.txt", text.getBytes(UTF_16BE), "UTF-16"));
  }

  static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
