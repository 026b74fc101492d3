package org.reelhouse.normalize.draft;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as bytes of Kryo: shuffled and kept in memory it is one narrow column, whatever the
 * number of the columns it fills. Each value has its type before it, as most columns of a draft are
 * empty. Bytes live no longer than a run, so that the layout may change at any time.
 */
public final class DraftBytes {
  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte INT = 2;
  private static final byte LONG = 3;
  private static final byte DOUBLE = 4;
  private static final byte DATE = 5;
  private static final byte LIST = 6;

  private static final int USUAL_SIZE = 1 << 10;

  private DraftBytes() {}

  static byte[] of(TitleDraft draft) {
    Output output = new Output(USUAL_SIZE, -1);
    write(draft.parts(), output);
    return output.toBytes();
  }

  public static TitleDraft draft(byte[] bytes) {
    Input input = new Input(bytes);
    return TitleDraft.ofParts(list(input, input.readByte()));
  }

  private static void write(@Nullable Object value, Output output) {
    if (value == null) {
      output.writeByte(NULL);
    } else if (value instanceof String text) {
      writeText(text, output);
    } else if (value instanceof List<?> list) {
      output.writeByte(LIST);
      output.writeVarInt(list.size(), true);
      list.forEach(entry -> write(entry, output));
    } else if (value instanceof Date date) {
      output.writeByte(DATE);
      output.writeVarLong(date.toLocalDate().toEpochDay(), false);
    } else {
      writeNumber(value, output);
    }
  }

  /** In UTF-8, as tables will hold it: Kryo's own strings keep halves of characters. */
  private static void writeText(String text, Output output) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    output.writeByte(TEXT);
    output.writeVarInt(encoded.length, true);
    output.writeBytes(encoded);
  }

  private static void writeNumber(Object value, Output output) {
    if (value instanceof Integer number) {
      output.writeByte(INT);
      output.writeVarInt(number, false);
    } else if (value instanceof Long number) {
      output.writeByte(LONG);
      output.writeVarLong(number, false);
    } else if (value instanceof Double number) {
      output.writeByte(DOUBLE);
      output.writeDouble(number);
    } else {
      throw new IllegalArgumentException("A draft holds no " + value.getClass());
    }
  }

  private static @Nullable Object read(Input input) {
    byte type = input.readByte();
    return switch (type) {
      case NULL -> null;
      case TEXT -> text(input);
      case INT -> input.readVarInt(false);
      case LONG -> input.readVarLong(false);
      case DOUBLE -> input.readDouble();
      case DATE -> Date.valueOf(LocalDate.ofEpochDay(input.readVarLong(false)));
      default -> list(input, type);
    };
  }

  private static String text(Input input) {
    return new String(input.readBytes(input.readVarInt(true)), StandardCharsets.UTF_8);
  }

  private static List<@Nullable Object> list(Input input, byte type) {
    if (type != LIST) {
      throw new IllegalArgumentException("No draft: type " + type);
    }
    int size = input.readVarInt(true);
    List<@Nullable Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(read(input));
    }
    return list;
  }
}
