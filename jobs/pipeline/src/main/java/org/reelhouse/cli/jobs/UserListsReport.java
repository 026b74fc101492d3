package org.reelhouse.cli.jobs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.UserLists;
import org.reelhouse.recommend.UserLists.Entry;
import org.reelhouse.recommend.UserLists.UserList;
import org.reelhouse.recommend.UsersFile.Rejected;

/** What recommend --users says, for people, for tables and for machines. */
final class UserListsReport {
  private static final String HEADER =
      "user_id,rank,title_id,title,score,predicted_rating,reason,because_title_id,basis,reason_text";

  private UserListsReport() {}

  static String text(UserLists lists, double seconds) {
    StringBuilder text = new StringBuilder();
    for (UserList list : lists.lists()) {
      text.append(line("%s (%,d ratings)", list.userId(), list.ratings()));
      list.titles()
          .forEach(
              entry ->
                  text.append(
                      line("%4d  %-50s %s", entry.rank(), entry.title(), entry.reasonText())));
    }
    return text.append(line("%,d lists in %.1f s.", lists.lists().size(), seconds)).toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }

  /** One line for each title, in the columns of gold.recommendation and with its name. */
  static String csv(UserLists lists) {
    return Stream.concat(
            Stream.of(HEADER),
            lists.lists().stream()
                .flatMap(list -> list.titles().stream().map(entry -> csv(list, entry))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String csv(UserList list, Entry entry) {
    return Stream.of(
            list.userId(),
            entry.rank(),
            entry.titleId(),
            entry.title(),
            entry.score(),
            text(entry.predictedRating()),
            entry.reason(),
            text(entry.becauseTitleId()),
            entry.basis(),
            entry.reasonText())
        .map(value -> quoted(value.toString()))
        .collect(Collectors.joining(","));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String quoted(String value) {
    return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  static String json(UserLists lists, List<Rejected> rejected, double seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode users = json.putArray("users");
    lists.lists().forEach(list -> fill(users.addObject(), list));
    ArrayNode leftOut = json.putArray("rejected");
    rejected.forEach(
        row ->
            leftOut
                .addObject()
                .put("line", row.line())
                .put("user_id", row.userId())
                .put("reason", row.why()));
    return json.put("seconds", seconds).toPrettyString() + System.lineSeparator();
  }

  private static void fill(ObjectNode json, UserList list) {
    ArrayNode titles =
        json.put("user_id", list.userId())
            .put("ratings", list.ratings())
            .put("complete", list.complete())
            .putArray("titles");
    for (Entry entry : list.titles()) {
      titles
          .addObject()
          .put("rank", entry.rank())
          .put("title_id", entry.titleId())
          .put("title", entry.title())
          .put("score", entry.score())
          .put("predicted_rating", entry.predictedRating())
          .put("reason", entry.reason())
          .put("because_title_id", entry.becauseTitleId())
          .put("basis", entry.basis())
          .put("reason_text", entry.reasonText());
    }
  }
}
