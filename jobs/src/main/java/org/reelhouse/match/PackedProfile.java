package org.reelhouse.match;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Profile} as bytes. A profile travels to some ten blocks, in most of which it is alone:
 * columns would be taken apart and put together there for nothing.
 */
final class PackedProfile {
  private PackedProfile() {}

  static byte[] pack(Profile profile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      write(profile, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Profile unpack(byte[] packed) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(packed))) {
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Profile profile, DataOutputStream stream) throws IOException {
    writeText(profile.reference(), stream);
    writeText(profile.source(), stream);
    writeText(profile.kind(), stream);
    writeText(profile.spelling(), stream);
    writeList(profile.titles(), stream);
    writeNumber(profile.year(), stream);
    writeNumber(profile.day(), stream);
    writeNumber(profile.runtime(), stream);
    writeNumber(profile.seasons(), stream);
    writeNumber(profile.episodes(), stream);
    writeText(profile.series() == null ? "" : profile.series(), stream);
    stream.writeDouble(profile.score() == null ? Double.NaN : profile.score());
    writeNumber(profile.members(), stream);
    writeText(profile.language() == null ? "" : profile.language(), stream);
    writeList(profile.countries(), stream);
    writeList(profile.genres(), stream);
    writeList(profile.directors(), stream);
    writeList(profile.cast(), stream);
    writeList(profile.ids(), stream);
  }

  private static Profile read(DataInputStream stream) throws IOException {
    return new Profile(
        readText(stream),
        readText(stream),
        readText(stream),
        readText(stream),
        readList(stream),
        readInteger(stream),
        readNumber(stream),
        readInteger(stream),
        readInteger(stream),
        readInteger(stream),
        readOptional(stream),
        readScore(stream),
        readNumber(stream),
        readOptional(stream),
        readList(stream),
        readList(stream),
        readList(stream),
        readList(stream),
        readList(stream));
  }

  private static void writeText(String value, DataOutputStream stream) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    stream.writeInt(bytes.length);
    stream.write(bytes);
  }

  private static String readText(DataInputStream stream) throws IOException {
    return new String(stream.readNBytes(stream.readInt()), StandardCharsets.UTF_8);
  }

  private static void writeList(List<String> values, DataOutputStream stream) throws IOException {
    stream.writeInt(values.size());
    for (String value : values) {
      writeText(value, stream);
    }
  }

  private static List<String> readList(DataInputStream stream) throws IOException {
    int size = stream.readInt();
    List<String> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(readText(stream));
    }
    return values;
  }

  private static void writeNumber(@Nullable Number value, DataOutputStream stream)
      throws IOException {
    stream.writeLong(value == null ? Long.MIN_VALUE : value.longValue());
  }

  private static @Nullable Long readNumber(DataInputStream stream) throws IOException {
    long value = stream.readLong();
    return value == Long.MIN_VALUE ? null : value;
  }

  private static @Nullable Integer readInteger(DataInputStream stream) throws IOException {
    Long value = readNumber(stream);
    return value == null ? null : Math.toIntExact(value);
  }

  private static @Nullable Double readScore(DataInputStream stream) throws IOException {
    double value = stream.readDouble();
    return Double.isNaN(value) ? null : value;
  }

  private static @Nullable String readOptional(DataInputStream stream) throws IOException {
    String value = readText(stream);
    return value.isEmpty() ? null : value;
  }
}
