package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.recommend.lists.Wishes;

class UsersFileTest {
  @TempDir private Path folder;

  private UsersFile read(String text) throws IOException {
    return UsersFile.read(Files.writeString(folder.resolve("users.csv"), text));
  }

  @Test
  void readsWhatAUserAsksFor() throws IOException {
    UsersFile file =
        read(
            """
            user_id,country,genres,kinds,platforms,countries,age_rating
            films:1,,,,,,
            new,Mexico,sci-fi|drama,movie|series,Netflix,jp|Korea,PG-13
            """);

    assertThat(file.rejected()).isEmpty();
    assertThat(file.users())
        .containsExactly(
            UserRequest.of("films:1"),
            new UserRequest(
                "new",
                List.of("Drama", "Science Fiction"),
                "Latin America",
                List.of("movie", "series"),
                List.of("Netflix"),
                List.of("JP", "KR"),
                OptionalInt.of(13)));
    assertThat(file.users().get(0).wishes()).isEqualTo(Wishes.NONE);
  }

  @Test
  void leavesBadRowsOutAndSaysWhy() throws IOException {
    UsersFile file =
        read(
            """
            user_id,region,genres,kinds,age_rating
            a,Atlantis,,,
            ,,,,
            b,,Unheard of,,
            c,,,film noir,
            d,,,,old
            e,nordics,,,
            e,,,,
            """);

    assertThat(file.users()).extracting(UserRequest::userId).containsExactly("e");
    assertThat(file.rejected())
        .extracting(UsersFile.Rejected::line)
        .containsExactly(2L, 3L, 4L, 5L, 6L, 8L);
    assertThat(file.rejected())
        .extracting(UsersFile.Rejected::why)
        .satisfiesExactly(
            why -> assertThat(why).startsWith("no such region: Atlantis"),
            why -> assertThat(why).isEqualTo("user_id is empty"),
            why -> assertThat(why).isEqualTo("no such genre: Unheard of"),
            why -> assertThat(why).startsWith("no such kind: film noir"),
            why -> assertThat(why).startsWith("no such age rating: old"),
            why -> assertThat(why).isEqualTo("the user stands on an earlier line"));
  }

  @Test
  void refusesAFileWithoutUsersOrWithUnknownColumns() {
    assertThatThrownBy(() -> read("id,country\n1,US\n"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("no column user_id");
    assertThatThrownBy(() -> read("user_id,colour\n1,red\n"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("unknown columns colour");
    assertThatThrownBy(() -> UsersFile.read(folder.resolve("absent.csv")))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("no such readable file");
  }
}
