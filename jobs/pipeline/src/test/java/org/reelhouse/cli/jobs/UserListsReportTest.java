package org.reelhouse.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.UserLists;
import org.reelhouse.recommend.UserLists.Entry;
import org.reelhouse.recommend.UserLists.UserList;
import org.reelhouse.recommend.UsersFile.Rejected;

class UserListsReportTest {
  private static final UserLists LISTS =
      new UserLists(
          List.of(
              new UserList(
                  "films:1",
                  7,
                  true,
                  List.of(
                      new Entry(
                          1,
                          "t1",
                          "Me, \"You\"",
                          0.5,
                          null,
                          "personal",
                          "t2",
                          "content",
                          "New, like Heat")))));

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(UserListsReport.csv(LISTS).lines().skip(1))
        .containsExactly(
            "films:1,1,t1,\"Me, \"\"You\"\"\",0.5,,personal,t2,content,\"New, like Heat\"");
  }

  @Test
  void jsonHoldsListsAndWhatWasLeftOut() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                UserListsReport.json(
                    LISTS, List.of(new Rejected(3, "films:2", "no such genre: x")), 1.5));

    assertThat(json.at("/users/0/titles/0/reason_text").asText()).isEqualTo("New, like Heat");
    assertThat(json.at("/users/0/titles/0/predicted_rating").isNull()).isTrue();
    assertThat(json.at("/rejected/0/line").asInt()).isEqualTo(3);
  }
}
