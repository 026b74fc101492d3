package org.reelhouse.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reelhouse.samples.dumps.Dump;
import org.reelhouse.samples.dumps.DumpFile;
import org.reelhouse.samples.dumps.MalDumps;
import org.reelhouse.samples.world.World;

class SamplesTest {
  private static final Path COMMITTED = Path.of("..", "..", "data-samples");

  @Test
  @Tag("slow")
  void theCommittedSamplesAreWhatTheGeneratorWrites() throws IOException {
    List<SampleFile> files = new Samples(1_500, 20_000, 1).files();

    for (SampleFile file : files) {
      assertThat(text(file)).as(file.path()).isEqualTo(unpacked(COMMITTED.resolve(file.path())));
    }
    try (var committed = Files.walk(COMMITTED)) {
      assertThat(committed.filter(Files::isRegularFile)).hasSize(files.size());
    }
  }

  @Test
  void aPartOfADumpDoesNotDependOnTheOthers() throws IOException {
    World world = new World(3, 300);
    Dump dump = MalDumps.all().get(0);

    String whole = text(new DumpFile(world, dump, "whole", 0, 300));
    String start = text(new DumpFile(world, dump, "start", 0, 120));
    String end = text(new DumpFile(world, dump, "end", 120, 300));

    assertThat(whole).isEqualTo(start + end.substring(end.indexOf('\n') + 1));
  }

  @Test
  void refusesACatalogueWithoutTitlesOrWithMoreThanItCanNumber() {
    assertThatThrownBy(() -> new Samples(0, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot make 0 titles");
    assertThatThrownBy(() -> new Samples(1_000_000_000, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 100000000 titles");
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
