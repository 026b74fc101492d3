package org.reelhouse.normalize;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.tables.Silver;

final class CatalogueFileTest {
  @TempDir private Path folder;

  @Test
  void readsEpisodesAndUnknownKinds() throws IOException {
    CatalogueFile file =
        read(
            """
            source_id,kind,title,seasons,episodes,genres
            1,episode,"Sniper: ""Part"" 2",4,9,Sci-Fi|Drama
            2,,The Host,,,
            """);

    assertThat(file.rejected()).isEmpty();
    Row episode = file.titles().get(0);
    assertThat(value(episode, "kind")).isEqualTo("episode");
    assertThat(value(episode, "title")).isEqualTo("Sniper: \"Part\" 2");
    assertThat(value(episode, "seasons")).isEqualTo(4);
    assertThat(value(episode, "source")).isEqualTo("left");
    assertThat(value(file.titles().get(1), "kind")).isEqualTo("unknown");
  }

  @Test
  void leavesOutWhatItCannotReadAndSaysWhy() throws IOException {
    CatalogueFile file = read("source_id,kind,title\n1,movie,\n2,opera,Aida\n3,movie,Home\n");

    assertThat(file.titles()).hasSize(1);
    assertThat(file.rejected()).extracting(CatalogueFile.Rejected::id).containsExactly("1", "2");
    assertThat(file.rejected().get(1).why()).contains("opera");
  }

  @Test
  void namesTheColumnThatIsMissing() {
    assertThatThrownBy(() -> read("source_id,title\n1,Home\n"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("lacks [kind]");
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatThrownBy(() -> CatalogueFile.read(folder.resolve("none.csv"), "left"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void namesTheFileThatIsNotInUtf8() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "source_id,kind,title\n1,movie,Caf\u00e9\n".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> CatalogueFile.read(file, "left"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("latin.csv: it is no text in UTF-8");
  }

  private CatalogueFile read(String text) throws IOException {
    Path file = folder.resolve("titles.csv");
    Files.writeString(file, text);
    return CatalogueFile.read(file, "left");
  }

  private static Object value(Row row, String column) {
    return row.get(Silver.SOURCE_TITLE.schema().fieldIndex(column));
  }
}
