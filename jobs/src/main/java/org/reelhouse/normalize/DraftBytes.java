package org.reelhouse.normalize;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as bytes: shuffled and kept in memory it is one narrow column, whatever the number of the
 * columns it fills. Bytes live no longer than a run, so that the layout may change at any time.
 */
final class DraftBytes {
  private static final int NULL = 0;
  private static final int TEXT = 1;
  private static final int INT = 2;
  private static final int LONG = 3;
  private static final int DOUBLE = 4;
  private static final int DATE = 5;
  private static final int LIST = 6;

  private DraftBytes() {}

  static byte[] of(TitleDraft draft) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, draft.parts());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static TitleDraft draft(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return TitleDraft.ofParts(list(in, in.readByte()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      out.writeByte(TEXT);
      out.writeInt(encoded.length);
      out.write(encoded);
    } else if (value instanceof Integer number) {
      out.writeByte(INT);
      out.writeInt(number);
    } else if (value instanceof List<?> list) {
      out.writeByte(LIST);
      out.writeInt(list.size());
      for (Object element : list) {
        write(out, element);
      }
    } else {
      writeRare(out, value);
    }
  }

  private static void writeRare(DataOutputStream out, Object value) throws IOException {
    if (value instanceof Long number) {
      out.writeByte(LONG);
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeByte(DOUBLE);
      out.writeDouble(number);
    } else if (value instanceof Date date) {
      out.writeByte(DATE);
      out.writeLong(date.toLocalDate().toEpochDay());
    } else {
      throw new IllegalArgumentException("A draft holds no " + value.getClass());
    }
  }

  private static @Nullable Object read(DataInputStream in) throws IOException {
    int type = in.readByte();
    return switch (type) {
      case NULL -> null;
      case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case DATE -> Date.valueOf(LocalDate.ofEpochDay(in.readLong()));
      default -> list(in, type);
    };
  }

  private static List<@Nullable Object> list(DataInputStream in, int type) throws IOException {
    if (type != LIST) {
      throw new IllegalArgumentException("No draft: type " + type);
    }
    int size = in.readInt();
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(read(in));
    }
    return list;
  }
}
