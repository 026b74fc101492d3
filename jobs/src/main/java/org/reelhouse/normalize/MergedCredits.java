package org.reelhouse.normalize;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The rows of {@code silver.source_credit} that several records of one title make. */
final class MergedCredits {
  private static final int ROLE = 0;
  private static final int POSITION = 1;

  private static final Comparator<Row> BILLING =
      Comparator.<Row, Integer>comparing(credit -> credit.getInt(POSITION))
          .thenComparing(text(3))
          .thenComparing(text(2))
          .thenComparing(text(4))
          .thenComparing(text(5))
          .thenComparing(text(6));

  private MergedCredits() {}

  /**
   * Cast and crew, each as the record with the longest list of them has it, since two lists of the
   * same people in two spellings cannot be told apart from two groups of people.
   */
  static List<Row> of(Row title, List<DraftRecord> records) {
    return Stream.of("cast", "crew")
        .flatMap(role -> numbered(title, longest(role, records)).stream())
        .toList();
  }

  private static List<Row> longest(String role, List<DraftRecord> records) {
    List<Row> longest = List.of();
    for (DraftRecord record : records) {
      List<Row> credits =
          record.credits().stream()
              .filter(credit -> role.equals(credit.getString(ROLE)))
              .sorted(BILLING)
              .toList();
      longest = credits.size() > longest.size() ? credits : longest;
    }
    return longest;
  }

  private static List<Row> numbered(Row title, List<Row> credits) {
    List<Row> numbered = new ArrayList<>();
    for (Row credit : credits) {
      numbered.add(
          RowFactory.create(
              title.get(TitleColumns.SOURCE),
              title.get(TitleColumns.SOURCE_ID),
              credit.get(ROLE),
              numbered.size(),
              credit.get(2),
              credit.get(3),
              credit.get(4),
              credit.get(5),
              credit.get(6),
              Objects.requireNonNull(title.get(TitleColumns.SNAPSHOT))));
    }
    return numbered;
  }

  private static Comparator<Row> text(int column) {
    return comparing((Row credit) -> credit.getString(column), nullsFirst(naturalOrder()));
  }
}
