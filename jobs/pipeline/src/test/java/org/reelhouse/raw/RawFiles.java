package org.reelhouse.raw;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Raw files as the raw zone reads them, without a lake. */
public final class RawFiles {
  private static final RawSnapshot SNAPSHOT =
      new RawSnapshot("source", "movies", LocalDate.of(2026, 1, 1), "", List.of());

  private RawFiles() {}

  /** All records of a file of {@code raw/source/movies}. */
  public static List<RawRecord> read(String name, byte[] bytes, RawLayout layout) {
    List<RawRecord> records = new ArrayList<>();
    new RawFileReader(new ByteArrayInputStream(bytes), SNAPSHOT, name, layout)
        .forEachRemaining(records::add);
    return records;
  }
}
