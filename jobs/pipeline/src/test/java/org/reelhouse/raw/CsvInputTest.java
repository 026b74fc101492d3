package org.reelhouse.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvInputTest {
  @Test
  void linesKeepTheirNumbersInTheFileWhateverItsEnd() {
    for (String text : List.of("a,b\n\n# a note\n1,\n2,3\n", "a,b\r\n\r\n# a note\r\n1,\r\n2,3")) {
      List<CsvInput.Line> lines = CsvInput.read(new StringReader(text));

      assertThat(lines).extracting(CsvInput.Line::number).containsExactly(1L, 4L, 5L);
      assertThat(lines)
          .extracting(CsvInput.Line::cells)
          .containsExactly(List.of("a", "b"), Arrays.asList("1", null), List.of("2", "3"));
    }
  }
}
