package org.reelhouse.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.reelhouse.tables.Table;
import org.reelhouse.tables.Tables;

class DataDictionaryTest {

  @Test
  void thePageInTheRepositoryIsTheOneTheTablesGive() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "data-dictionary.md"));

    assertThat(page)
        .as("Run: scripts/reelhouse dictionary > docs/data-dictionary.md")
        .isEqualTo(DataDictionary.markdown());
  }

  @Test
  void namesEveryTableAndColumn() {
    String page = DataDictionary.markdown();

    for (Table table : Tables.all()) {
      assertThat(page).contains("### " + table.name() + "\n");
      assertThat(page)
          .contains(
              Arrays.stream(table.schema().fieldNames())
                  .map(name -> "| `" + name + "` |")
                  .toList());
    }
  }

  @Test
  void everyTableHasAKeyAndEveryColumnAComment() {
    for (Table table : Tables.all()) {
      assertThat(table.key()).as("key of %s", table).isNotEmpty();
      assertThat(table.schema().fields())
          .as("columns of %s", table)
          .allMatch(DataDictionaryTest::hasComment);
    }
  }

  private static boolean hasComment(StructField field) {
    return !field.getComment().getOrElse(() -> "").isBlank();
  }
}
