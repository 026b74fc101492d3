package org.reelhouse.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.raw.DelimitedRecords.CellRecord;

final class DelimitedRecordsTest {
  private static final int LIMIT = 16 << 20;

  @Test
  void splitsQuotedCellsWithSeparatorsQuotesAndLineBreaks() throws IOException {
    List<CellRecord> records = read("a,\"b,\"\"c\"\"\r\nd\",e\r\nf,,g\n");

    assertThat(records.get(0).cells()).containsExactly("a", "b,\"c\"\r\nd", "e");
    assertThat(records.get(1).cells()).containsExactly("f", "", "g");
    assertThat(records).extracting(CellRecord::line).containsExactly(1L, 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", "::", "|"})
  void takesAnySeparator(String separator) throws IOException {
    List<CellRecord> records = read(String.join(separator, "1", "2:3", "4"), separator, LIMIT);

    assertThat(records.get(0).cells()).containsExactly("1", "2:3", "4");
  }

  @Test
  void carriageReturnsEndRecordsWhereThereAreNoLineFeeds() throws IOException {
    List<CellRecord> records = read("a,b\r1,\"two\nlines\"\r2,\"open\r3,c\r");

    assertThat(records.get(1).cells()).containsExactly("1", "two\nlines");
    assertThat(records.get(2).problem()).contains("quote is not closed");
    assertThat(records.get(2).text()).isEqualTo("2,\"open");
    assertThat(records.get(3).cells()).containsExactly("3", "c");
    assertThat(records).extracting(CellRecord::line).containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void refusesWhatIsNotUtf8AsAWhole(String charset) {
    byte[] wide = "id,name\n1,a\n".getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> read(wide, ",", LIMIT))
        .isInstanceOf(UnsupportedEncodingException.class);
  }

  @Test
  void onlyLineFeedsEndRecords() throws IOException {
    List<CellRecord> records = read("a\u2028b\u0085c,d\re\nf,g");

    assertThat(records.get(0).cells()).containsExactly("a\u2028b\u0085c", "d\re");
    assertThat(records).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\r\n", "\uFEFF"})
  void findsNothingInEmptyFiles(String content) throws IOException {
    assertThat(read(content)).isEmpty();
  }

  @Test
  void passesOverAByteOrderMark() throws IOException {
    assertThat(read("\uFEFF\"a\",b").get(0).cells()).containsExactly("a", "b");
  }

  @Test
  void anUnclosedQuoteCostsOneLine() throws IOException {
    List<CellRecord> records = read("1,\"open\n2,b\n3,c\n");

    assertThat(records.get(0).problem()).contains("quote is not closed");
    assertThat(records.get(0).text()).isEqualTo("1,\"open");
    assertThat(records.subList(1, 3)).extracting(CellRecord::line).containsExactly(2L, 3L);
    assertThat(records.get(2).cells()).containsExactly("3", "c");
    assertThat(records).hasSize(3);
  }

  @Test
  void aQuoteThatClosesInAnotherRecordCostsOneLine() throws IOException {
    List<CellRecord> records = read("1,\"open\n2,\"b\"\n3,c\n");

    assertThat(records).extracting(CellRecord::line).containsExactly(1L, 2L, 3L);
    assertThat(records.get(0).problem()).contains("text follows");
    assertThat(records.get(1).cells()).containsExactly("2", "b");
  }

  @Test
  void aRecordBeyondTheLimitCostsOneLine() throws IOException {
    List<CellRecord> records = read("1,\"open\n" + "2,b\n".repeat(100), ",", 50);

    assertThat(records.get(0).problem()).contains("longer than 50");
    assertThat(records).hasSize(101);
    assertThat(records.get(100).line()).isEqualTo(101);
  }

  @Test
  void holdsACellOfTenMegabytes() throws IOException {
    String cell = "x".repeat(10 << 20);

    assertThat(read("1,\"" + cell + "\"\n2,b").get(0).cells()).containsExactly("1", cell);
  }

  @Test
  void invalidUtf8IsAProblemOfItsRecordOnly() throws IOException {
    byte[] bytes = "a,caf\u00e9\nb,c\n".getBytes(StandardCharsets.ISO_8859_1);

    List<CellRecord> records = read(bytes, ",", LIMIT);

    assertThat(records.get(0).problem()).contains("UTF-8");
    assertThat(records.get(1).cells()).containsExactly("b", "c");
  }

  @Test
  void aLongBrokenLineIsCutIntoBoundedRecords() throws IOException {
    List<CellRecord> records = read("x".repeat(95) + "\nb,c\n", ",", 50);

    assertThat(records.get(records.size() - 1).cells()).containsExactly("b", "c");
    assertThat(records.get(records.size() - 1).line()).isEqualTo(2);
    assertThat(records.get(0).problem()).contains("longer than 50");
  }

  private static List<CellRecord> read(String content) throws IOException {
    return read(content, ",", LIMIT);
  }

  private static List<CellRecord> read(String content, String separator, int limit)
      throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8), separator, limit);
  }

  private static List<CellRecord> read(byte[] content, String separator, int limit)
      throws IOException {
    DelimitedRecords records =
        new DelimitedRecords(new ByteArrayInputStream(content), separator, limit);
    List<CellRecord> all = new ArrayList<>();
    for (CellRecord record = records.next(); record != null; record = records.next()) {
      all.add(record);
    }
    return all;
  }
}
