package org.reelhouse.normalize.draft;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as bytes: shuffled and kept in memory it is one narrow column, whatever the number of the
 * columns it fills. Bytes live no longer than a run, so that the layout may change at any time.
 */
public final class DraftBytes {
  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte INT = 2;
  private static final byte LONG = 3;
  private static final byte DOUBLE = 4;
  private static final byte DATE = 5;
  private static final byte LIST = 6;

  private static final int INITIAL_CAPACITY = 1 << 10;

  private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_CAPACITY);

  private DraftBytes() {}

  static byte[] of(TitleDraft draft) {
    DraftBytes written = new DraftBytes();
    written.write(draft.parts());
    return Arrays.copyOf(written.bytes.array(), written.bytes.position());
  }

  public static TitleDraft draft(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return TitleDraft.ofParts(list(in, in.get()));
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      room(0).put(NULL);
    } else if (value instanceof String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      room(Integer.BYTES + encoded.length).put(TEXT).putInt(encoded.length).put(encoded);
    } else if (value instanceof List<?> list) {
      room(Integer.BYTES).put(LIST).putInt(list.size());
      list.forEach(this::write);
    } else if (value instanceof Date date) {
      room(Long.BYTES).put(DATE).putLong(date.toLocalDate().toEpochDay());
    } else {
      writeNumber(value);
    }
  }

  private void writeNumber(Object value) {
    if (value instanceof Integer number) {
      room(Integer.BYTES).put(INT).putInt(number);
    } else if (value instanceof Long number) {
      room(Long.BYTES).put(LONG).putLong(number);
    } else if (value instanceof Double number) {
      room(Double.BYTES).put(DOUBLE).putDouble(number);
    } else {
      throw new IllegalArgumentException("A draft holds no " + value.getClass());
    }
  }

  /** The buffer with room for a type and so many bytes more. */
  private ByteBuffer room(int more) {
    int needed = bytes.position() + 1 + more;
    if (needed > bytes.capacity()) {
      byte[] larger = Arrays.copyOf(bytes.array(), Math.max(needed, 2 * bytes.capacity()));
      bytes = ByteBuffer.wrap(larger).position(bytes.position());
    }
    return bytes;
  }

  private static @Nullable Object read(ByteBuffer in) {
    byte type = in.get();
    return switch (type) {
      case NULL -> null;
      case TEXT -> text(in);
      case INT -> in.getInt();
      case LONG -> in.getLong();
      case DOUBLE -> in.getDouble();
      case DATE -> Date.valueOf(LocalDate.ofEpochDay(in.getLong()));
      default -> list(in, type);
    };
  }

  private static String text(ByteBuffer in) {
    byte[] encoded = new byte[in.getInt()];
    in.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  private static List<@Nullable Object> list(ByteBuffer in, byte type) {
    if (type != LIST) {
      throw new IllegalArgumentException("No draft: type " + type);
    }
    int size = in.getInt();
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(read(in));
    }
    return list;
  }
}
