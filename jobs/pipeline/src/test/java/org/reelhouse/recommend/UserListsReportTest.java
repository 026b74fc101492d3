package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.Report;
import org.reelhouse.cli.report.ReportPrinter;
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

  private static Report report() {
    return LISTS.report(List.of(new Rejected(3, "films:2", "no such genre: x")));
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    StringWriter csv = new StringWriter();

    LISTS.writeCsv(csv);

    assertThat(csv.toString().lines())
        .containsExactly(
            "user_id,rank,title_id,title,score,predicted_rating,reason,because_title_id,basis,reason_text",
            "films:1,1,t1,\"Me, \"\"You\"\"\",0.5,,personal,t2,content,\"New, like Heat\"");
  }

  @Test
  void jsonHoldsListsAndWhatWasLeftOut() {
    JsonNode json = ReportPrinter.json(report());

    assertThat(json.at("/users/0/user_id").asText()).isEqualTo("films:1");
    assertThat(json.at("/users/0/titles/0/reason_text").asText()).isEqualTo("New, like Heat");
    assertThat(json.at("/users/0/titles/0/score").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/users/0/titles/0/predicted_rating").isMissingNode()).isTrue();
    assertThat(json.at("/rejected/0/line").asInt()).isEqualTo(3);
  }

  @Test
  void peopleReadTheTitlesBelowTheirUser() {
    assertThat(ReportPrinter.text(report()).lines())
        .containsExactly(
            "users:",
            "  user id   films:1",
            "  ratings   7",
            "  complete  yes",
            "",
            "  titles:",
            "  rank  title      reason text",
            "     1  Me, \"You\"  New, like Heat");
  }
}
