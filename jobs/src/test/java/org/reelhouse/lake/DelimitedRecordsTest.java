package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.lake.DelimitedRecords.CellRecord;

class DelimitedRecordsTest {

  private static List<CellRecord> records(byte[] bytes, String separator, int limit) {
    try {
      DelimitedRecords reader =
          new DelimitedRecords(new ByteArrayInputStream(bytes), separator, limit);
      List<CellRecord> records = new ArrayList<>();
      for (CellRecord next = reader.next(); next != null; next = reader.next()) {
        records.add(next);
      }
      return records;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<CellRecord> records(String text) {
    return records(text.getBytes(StandardCharsets.UTF_8), ",", 1 << 20);
  }

  @Test
  void cutsCellsAndKeepsQuotedSeparatorsBreaksAndDoubledQuotes() {
    List<CellRecord> records = records("a,\"b,\"\"c\"\"\nd\",\r\ne,f,g");

    assertThat(records)
        .extracting(CellRecord::cells)
        .containsExactly(List.of("a", "b,\"c\"\nd", ""), List.of("e", "f", "g"));
    assertThat(records).extracting(CellRecord::line).containsExactly(1L, 3L);
  }

  @Test
  void keepsTheTextAsReceived() {
    assertThat(records("1,\"x\ny\"\r\n").get(0).text()).isEqualTo("1,\"x\ny\"");
  }

  @Test
  void passesOverAByteOrderMarkAndBlankLines() {
    List<CellRecord> records = records("\uFEFFa,b\n\n\r\nc,d\n\n");

    assertThat(records)
        .extracting(CellRecord::cells)
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
    assertThat(records).extracting(CellRecord::line).containsExactly(1L, 4L);
  }

  @Test
  void hasNoRecordsInAnEmptyFile() {
    assertThat(records("")).isEmpty();
    assertThat(records("\uFEFF")).isEmpty();
  }

  @Test
  void losesOnlyTheLineWithAnUnclosedQuote() {
    List<CellRecord> records = records("1,\"open\n2,b\n3,\"c\"\n4,d\n");

    assertThat(records)
        .extracting(CellRecord::text)
        .containsExactly("1,\"open", "2,b", "3,\"c\"", "4,d");
    assertThat(records.get(0).problem()).isEqualTo("a quote is not closed");
    assertThat(records.subList(1, 4)).allMatch(record -> record.problem() == null);
    assertThat(records).extracting(CellRecord::line).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void losesOnlyTheLineWhoseQuoteIsNeverClosed() {
    List<CellRecord> records = records("1,\"open\n2,b\n3,c");

    assertThat(records)
        .extracting(CellRecord::problem)
        .containsExactly("a quote is not closed", null, null);
    assertThat(records.get(2).cells()).containsExactly("3", "c");
  }

  @Test
  void staysWithinItsMemoryWhenAQuoteIsOpen() {
    String rows = "2,b\n".repeat(1000);

    List<CellRecord> records =
        records(("1,\"open\n" + rows).getBytes(StandardCharsets.UTF_8), ",", 100);

    assertThat(records).hasSize(1001);
    assertThat(records.get(0).problem()).startsWith("longer than 100 bytes");
  }

  @Test
  void tellsBytesThatAreNotUtf8FromARealReplacementCharacter() {
    byte[] bytes = "a,\uFFFD\nb,?\nc,d".getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xe9;

    List<CellRecord> records = records(bytes, ",", 1 << 20);

    assertThat(records)
        .extracting(CellRecord::problem)
        .containsExactly(null, "bytes that are not UTF-8", null);
    assertThat(records.get(0).cells()).containsExactly("a", "\uFFFD");
  }

  @Test
  void knowsSeparatorsOfSeveralCharactersAndTabs() {
    assertThat(records("1::2::3".getBytes(StandardCharsets.UTF_8), "::", 100).get(0).cells())
        .containsExactly("1", "2", "3");
    assertThat(records("1\t\"2\"\t".getBytes(StandardCharsets.UTF_8), "\t", 100).get(0).cells())
        .containsExactly("1", "2", "");
  }

  @Test
  void readsACellOfTenMegabytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("1,\"".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[10_000_000]);
    bytes.writeBytes("\"\n2,b".getBytes(StandardCharsets.UTF_8));

    List<CellRecord> records = records(bytes.toByteArray(), ",", 64 << 20);

    assertThat(records.get(0).cells().get(1)).hasSize(10_000_000);
    assertThat(records.get(1).cells()).containsExactly("2", "b");
  }

  @Test
  void doesNotTakeOtherLineSeparatorsForTheEndOfARecord() {
    assertThat(records("a\u2028b\rc,d\n").get(0).cells()).containsExactly("a\u2028b\rc", "d");
  }
}
