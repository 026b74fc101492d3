package org.reelhouse.normalize.merge;

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
import org.reelhouse.normalize.draft.CreditDraft;
import org.reelhouse.normalize.draft.TitleColumns;

/** The rows of {@code silver.source_credit} that several records of one title make. */
final class MergedCredits {
  private static final Comparator<CreditDraft> BILLING =
      comparing(CreditDraft::position)
          .thenComparing(CreditDraft::name, nullsFirst(naturalOrder()))
          .thenComparing(CreditDraft::personId, nullsFirst(naturalOrder()))
          .thenComparing(CreditDraft::job, nullsFirst(naturalOrder()))
          .thenComparing(CreditDraft::department, nullsFirst(naturalOrder()))
          .thenComparing(CreditDraft::character, nullsFirst(naturalOrder()));

  private MergedCredits() {}

  /**
   * Cast and crew, each as the record with the longest list of them has it, since two lists of the
   * same people in two spellings look like two groups of people.
   */
  static List<Row> of(Row title, List<DraftRecord> records) {
    return Stream.of("cast", "crew")
        .flatMap(role -> numbered(title, longest(role, records)).stream())
        .toList();
  }

  private static List<CreditDraft> longest(String role, List<DraftRecord> records) {
    List<CreditDraft> longest = List.of();
    for (DraftRecord record : records) {
      List<CreditDraft> credits =
          record.credits().stream().filter(credit -> role.equals(credit.role())).toList();
      longest = credits.size() > longest.size() ? credits : longest;
    }
    return longest.stream().sorted(BILLING).toList();
  }

  private static List<Row> numbered(Row title, List<CreditDraft> credits) {
    List<Row> numbered = new ArrayList<>();
    for (CreditDraft credit : credits) {
      numbered.add(
          RowFactory.create(
              title.get(TitleColumns.SOURCE),
              title.get(TitleColumns.SOURCE_ID),
              credit.role(),
              numbered.size(),
              credit.personId(),
              credit.name(),
              credit.job(),
              credit.department(),
              credit.character(),
              Objects.requireNonNull(title.get(TitleColumns.SNAPSHOT))));
    }
    return numbered;
  }
}
