package org.reelhouse.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.samples.SampleFile;
import org.reelhouse.samples.Samples;
import org.reelhouse.storage.TextFiles;
import org.reelhouse.testing.SparkTest;

@SparkTest
class SamplesCommandTest {
  @Test
  void sparkWritesTheTextOfEachFile(SparkSession spark, @TempDir Path folder) throws IOException {
    Samples samples = new Samples(40, 100, 7);

    TextFiles.writeAlone(spark, folder.toString(), SamplesCommand.files(samples));
    TextFiles.writeAlone(spark, folder.toString(), SamplesCommand.files(samples));

    for (SampleFile file : samples.files()) {
      assertThat(unpacked(folder.resolve(file.path()))).as(file.path()).isEqualTo(text(file));
    }
  }

  @Test
  void refusesAFolderWhoseOtherFilesWouldBeReadAsWell(SparkSession spark, @TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("mal"));
    Files.writeString(folder.resolve("mal/anime.csv-00001"), "of a larger set");
    Files.writeString(folder.resolve("notes.txt"), "in no folder of a source");

    assertThatThrownBy(
            () ->
                TextFiles.writeAlone(
                    spark, folder.toString(), SamplesCommand.files(new Samples(1, 0, 7))))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("it holds 1 other files")
        .hasMessageContaining("mal/anime.csv-00001");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  private static String text(SampleFile file) throws IOException {
    StringBuilder text = new StringBuilder();
    file.write(text);
    return text.toString();
  }

  /** What the file says: libraries compress the same text to other bytes. */
  private static String unpacked(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
