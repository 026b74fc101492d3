package org.reelhouse.recommend;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.raw.CsvOutput;
import org.reelhouse.recommend.UserLists.Entry;
import org.reelhouse.recommend.UserLists.UserList;

/** The lists of some users as a report, and as comma-separated lines for tables. */
final class UserListsReport {
  /** Those of gold.recommendation, and the name of the title. */
  private static final String[] COLUMNS = {
    "rank",
    "title_id",
    "title",
    "score",
    "predicted_rating",
    "reason",
    "because_title_id",
    "basis",
    "reason_text"
  };

  private UserListsReport() {}

  /** A row for each user, the titles below it; and the rows of the file that could not be used. */
  static Report of(List<UserList> lists, List<UsersFile.Rejected> rejected) {
    return Report.EMPTY
        .with(
            Report.Rows.of("users", "user_id", "ratings", "complete", "titles")
                .withAll(lists.stream().map(UserListsReport::row).toList()))
        .with(
            Report.Rows.of("rejected", "line", "user_id", "reason")
                .withAll(
                    rejected.stream()
                        .map(row -> Report.Rows.row(row.line(), row.userId(), row.why()))
                        .toList())
                .hiding("line", "user_id", "reason"));
  }

  private static List<@Nullable Object> row(UserList list) {
    Report.Rows titles =
        Report.Rows.of("titles", COLUMNS)
            .withAll(list.titles().stream().map(UserListsReport::cells).toList())
            .hiding("title_id", "score", "predicted_rating", "reason", "because_title_id", "basis");
    return Report.Rows.row(list.userId(), list.ratings(), list.complete(), titles);
  }

  private static List<@Nullable Object> cells(Entry entry) {
    return Report.Rows.row(
        entry.rank(),
        entry.titleId(),
        entry.title(),
        entry.score(),
        entry.predictedRating(),
        entry.reason(),
        entry.becauseTitleId(),
        entry.basis(),
        entry.reasonText());
  }

  /** Writes a header, and a line for each title of each user. */
  static void writeCsv(List<UserList> lists, Writer text) {
    try (CsvOutput csv = new CsvOutput(text)) {
      csv.row(Stream.concat(Stream.of("user_id"), Stream.of(COLUMNS)).toList());
      for (UserList list : lists) {
        for (Entry entry : list.titles()) {
          List<@Nullable Object> line = new ArrayList<>(List.of(list.userId()));
          line.addAll(cells(entry));
          csv.row(line);
        }
      }
    }
  }
}
