package org.reelhouse.samples.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reelhouse.samples.SampleFile;
import org.reelhouse.samples.Samples;

class TruthTest {
  @Test
  void rowsAreRecognizableWhereOthersJoinTheirTitles() {
    Listing list = new Listing("mal", 1, Set.of("Yama no Uta"));
    Listing both = new Listing("jikan", 1, Set.of("Yama no Uta", "Song of the Mountain"));
    Listing platform = new Listing("netflix", "s1", Set.of("Song of the Mountain"));

    assertThat(Listing.recognizable(List.of(list, both, platform)))
        .containsExactly(list, both, platform);
    assertThat(Listing.recognizable(List.of(list, platform, both)))
        .containsExactly(list, platform, both);
  }

  @Test
  void aRowThatNothingJoinsToTheOthersIsNotRecognizable() {
    Listing list = new Listing("mal", 1, Set.of("Yama no Uta"));
    Listing ratings = new Listing("mal-ratings", 7, Set.of("Yama no Uta"));
    Listing platform = new Listing("netflix", "s1", Set.of("Song of the Mountain"));

    assertThat(Listing.recognizable(List.of(platform, list, ratings)))
        .containsExactly(list, ratings);
    assertThat(Listing.recognizable(List.of(platform))).containsExactly(platform);
  }

  @Test
  void namesTheAnimeThatAreAnsweredAndNoOthers() throws IOException {
    List<SampleFile> files = new Samples(60, 0, 1).files();

    Set<String> truth =
        text(files, "truth/")
            .lines()
            .filter(line -> line.startsWith("jikan,"))
            .map(line -> line.split(",", -1)[1])
            .collect(Collectors.toSet());

    Set<String> answered = new HashSet<>();
    Pattern.compile("\"mal_id\":(\\d+),\"url\":\"https://example.org/anime/\\1\"")
        .matcher(text(files, "jikan/"))
        .results()
        .forEach(result -> answered.add(result.group(1)));
    assertThat(truth).isNotEmpty().isEqualTo(answered);
  }

  private static String text(List<SampleFile> files, String folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (SampleFile file : files) {
      if (file.path().startsWith(folder)) {
        file.write(text);
      }
    }
    return text.toString();
  }
}
