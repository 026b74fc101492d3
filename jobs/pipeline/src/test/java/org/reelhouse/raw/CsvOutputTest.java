package org.reelhouse.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvOutputTest {
  private static String written(Object... cells) {
    StringWriter text = new StringWriter();
    try (CsvOutput csv = new CsvOutput(text)) {
      csv.row(Arrays.asList(cells));
    }
    return text.toString();
  }

  @Test
  void quotesWhatNeedsItAndNothingElse() {
    assertThat(written("a", 1, 0.5, null, " b c ")).isEqualTo("a,1,0.5,, b c \n");
    assertThat(written("Me, \"You\"", "two\nlines", "say \"it\""))
        .isEqualTo("\"Me, \"\"You\"\"\",\"two\nlines\",\"say \"\"it\"\"\"\n");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<String> cells = List.of("#1", "\"Quoted\"", "a,b", "two\r\nlines");

    assertThat(CsvInput.read(new StringReader(written(cells.toArray()))).get(0).cells())
        .containsExactly("#1", "\"Quoted\"", "a,b", "two\nlines");
  }
}
