package org.reelhouse.match.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;

final class OverridesTest {
  private static final String HEADER = "left,right,decision,who,why\n";

  @Test
  void readsPairsWithTheSmallerReferenceFirst() {
    Overrides overrides =
        Overrides.parse(
            "o.csv",
            HEADER
                + "# a comment\n\n"
                + "tmdb:2,netflix:s1,same,Ann,\"one film, two cuts\"\n"
                + "a:1,b:1,different,Bo,a remake\n");

    assertThat(overrides.pairs())
        .containsExactly(
            new Overrides.Decision("netflix:s1", "tmdb:2", true, "Ann", "one film, two cuts"),
            new Overrides.Decision("a:1", "b:1", false, "Bo", "a remake"));
    assertThat(overrides.pairs().get(0).reason())
        .isEqualTo("decided same by Ann: one film, two cuts");
    assertThat(overrides.apart()).containsEntry("b:1", Set.of("a:1")).doesNotContainKey("tmdb:2");
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertWrong("l,r\n", "o.csv line 1", "the columns must be left,right,decision,who,why");
    assertWrong(HEADER + "a:1,b:1,same,Ann,\n", "line 2", "a line needs all of");
    assertWrong(HEADER + "a:1,b:1,same\n", "line 2", "a line needs all of");
    assertWrong(HEADER + "# x\na:1,b:1,equal,Ann,why\n", "line 3", "decision is equal");
    assertWrong(HEADER + "a1,b:1,same,Ann,why\n", "line 2", "a1 is not of the form");
    assertWrong(HEADER + "a:1,a:1,same,Ann,why\n", "line 2", "stands on both sides");
    assertWrong(
        HEADER + "a:1,b:1,same,Ann,why\nb:1,a:1,different,Bo,no\n", "line 3", "in line 2 already");
    assertWrong("", "line 1", "the columns must be");
  }

  @Test
  void refusesDecisionsThatContradictEachOther() {
    assertWrong(
        HEADER + "a:1,b:1,same,Ann,x\nb:1,c:1,same,Ann,x\na:1,c:1,different,Bo,y\n",
        "a:1 and c:1 are decided different");
  }

  @Test
  void readsAFileOfTheUsersAndTheOneBuiltIn(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), HEADER + "a:1,b:1,same,Ann,x\n");

    assertThat(Overrides.read(file.toString(), new Configuration()).pairs()).hasSize(1);
    assertThatNoException().isThrownBy(() -> Overrides.read(null, new Configuration()));
    assertThatExceptionOfType(PipelineException.class)
        .isThrownBy(() -> Overrides.read(folder + "/absent.csv", new Configuration()))
        .withMessageContaining("absent.csv")
        .withMessageContaining("match.overrides");
  }

  private static void assertWrong(String text, String... messages) {
    assertThatExceptionOfType(PipelineException.class)
        .isThrownBy(() -> Overrides.parse("o.csv", text))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(messages));
  }
}
