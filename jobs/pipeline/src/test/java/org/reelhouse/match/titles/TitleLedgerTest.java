package org.reelhouse.match.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;

/** Runs the life of titles day by day: each day says which source titles are one work. */
@Tag("slow")
@SparkTest
final class TitleLedgerTest {
  private static final StructType MEMBER =
      StructType.fromDDL("reference STRING, cluster STRING, method STRING");

  @TempDir Path folder;

  private InMemoryLake lake;
  private int day;

  @BeforeEach
  void begin(SparkSession spark) {
    day = 0;
    lake = onDay(spark);
  }

  @Test
  void opensWithOneEntryForEachTitle(SparkSession spark) {
    next(spark, "a:1 b:1", "a:2");

    assertThat(events(1)).containsExactlyInAnyOrder("create a:1", "create a:2");
    assertThat(lake.read(Silver.TITLE_ALIAS).collectAsList()).isEmpty();
  }

  @Test
  void addsNothingWhereNothingChanges(SparkSession spark) {
    next(spark, "a:1 b:1", "a:2");
    next(spark, "a:1 b:1", "a:2");

    assertThat(events(2)).isEmpty();
  }

  @Test
  void notesNewTitlesAndWhatTitlesAbsorb(SparkSession spark) {
    next(spark, "a:1");
    String first = titles().get("a:1");
    next(spark, "a:1 b:1", "c:3");

    assertThat(events(2)).containsExactlyInAnyOrder("absorb b:1", "create c:3");
    assertThat(titles()).containsEntry("b:1", first);
  }

  @Test
  void leadsFromAMergedIdToThePresentOne(SparkSession spark) {
    next(spark, "a:1 b:1", "c:1", "d:1");
    Map<String, String> before = titles();
    next(spark, "a:1 b:1 c:1", "d:1");
    next(spark, "d:1 e:1 f:1");
    assertThat(present(before.get("c:1"))).isEqualTo("null");
    next(spark, "d:1 e:1 f:1 a:1");

    assertThat(events(2)).containsExactlyInAnyOrder("absorb c:1", "merge " + before.get("a:1"));
    assertThat(present(before.get("c:1"))).isEqualTo(before.get("d:1"));
    assertThat(present(before.get("a:1"))).isEqualTo(before.get("d:1"));
  }

  @Test
  void keepsTheOldIdOnThePartWithMostOfASplitTitle(SparkSession spark) {
    next(spark, "a:1 b:1 c:1");
    String old = titles().get("a:1");
    next(spark, "a:1 b:1", "c:1");

    assertThat(events(2)).containsExactlyInAnyOrder("create c:1", "split " + old);
    assertThat(titles()).containsEntry("a:1", old).containsEntry("b:1", old);
    assertThat(titles().get("c:1")).isNotEqualTo(old);
  }

  @Test
  void givesATitleItsIdBackWhenItsSourceTitleReturns(SparkSession spark) {
    next(spark, "a:1", "b:2 c:2");
    Map<String, String> before = titles();
    next(spark, "a:1");
    assertThat(events(2))
        .containsExactlyInAnyOrder("leave b:2", "leave c:2", "retire " + before.get("b:2"));
    assertThat(present(before.get("b:2"))).isEqualTo("null");

    next(spark, "a:1", "aa:9 c:2");

    assertThat(events(3)).contains("revive aa:9");
    assertThat(titles()).containsEntry("c:2", before.get("b:2"));
    assertThat(lake.read(Silver.TITLE_ALIAS).collectAsList()).isEmpty();
  }

  @Test
  void notesTheSameOnceMoreAfterARunThatBrokeOffBehindTheLedger(SparkSession spark) {
    next(spark, "a:1", "b:1");
    Dataset<Row> before = lake.read(Silver.TITLE_SOURCE);
    next(spark, "a:1 b:1", "c:1");
    List<String> noted = events(2);
    Map<String, String> titles = titles();

    lake.replace(Silver.TITLE_SOURCE, before);
    day--;
    next(spark, "a:1 b:1", "c:1");

    assertThat(events(2)).containsExactlyInAnyOrderElementsOf(noted);
    assertThat(titles()).isEqualTo(titles);
  }

  @Test
  void resolvesEveryIdThereEverWasToATitleOrToNothing(SparkSession spark) {
    Set<String> ever = new HashSet<>();
    for (String[] works :
        new String[][] {
          {"a:1", "b:1", "c:1 d:1"},
          {"a:1 b:1 c:1 d:1"},
          {"a:1 c:1", "b:1 d:1"},
          {"c:1 d:1"},
          {"a:1 b:1 c:1 d:1"}
        }) {
      next(spark, works);
      ever.addAll(titles().values());
      Set<String> now = new HashSet<>(titles().values());
      for (String id : ever) {
        assertThat(present(id)).matches(present -> present.equals("null") || now.contains(present));
      }
    }
  }

  /** One run: each work is the references of its source titles, the one it is named after first. */
  private void next(SparkSession spark, String... works) {
    InMemoryLake before = lake;
    day++;
    lake = onDay(spark);
    for (var table : List.of(Silver.TITLE_SOURCE, Silver.TITLE_LEDGER, Silver.TITLE_ALIAS)) {
      lake.replace(table, before.readOrEmpty(table));
    }
    List<Row> sourceTitles = new ArrayList<>();
    List<Row> members = new ArrayList<>();
    for (String work : works) {
      List<String> references = List.of(work.split(" "));
      for (String reference : references) {
        sourceTitles.add(RowFactory.create((Object[]) reference.split(":")));
        if (references.size() > 1) {
          members.add(RowFactory.create(reference, references.get(0), "similarity"));
        }
      }
    }
    Dataset<Row> previous = lake.read(Silver.TITLE_SOURCE);
    TitleLedger ledger = new TitleLedger(lake, lake.context());
    Dataset<Row> identified =
        ClusterTitles.identified(
            lake,
            lake.context().asOf(),
            lake.frame(sourceTitles, StructType.fromDDL("source STRING, source_id STRING")),
            lake.frame(members, MEMBER),
            previous,
            previous,
            ledger);
    ledger.write(previous, identified);
    lake.replace(Silver.TITLE_SOURCE, identified.drop("cluster"));
  }

  private InMemoryLake onDay(SparkSession spark) {
    return new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 1).plusDays(day));
  }

  private List<String> events(int ofDay) {
    Date date = Date.valueOf(LocalDate.of(2026, 1, 1).plusDays(ofDay));
    return lake.read(Silver.TITLE_LEDGER).collectAsList().stream()
        .filter(row -> row.getAs("as_of").equals(date))
        .map(row -> row.getAs("event") + " " + row.getAs("subject"))
        .toList();
  }

  private Map<String, String> titles() {
    return lake.read(Silver.TITLE_SOURCE).collectAsList().stream()
        .collect(
            Collectors.toMap(
                GoldenRecord::reference,
                row -> row.<String>getAs("title_id"),
                (one, other) -> one,
                TreeMap::new));
  }

  private String present(String id) {
    return lake.read(Silver.TITLE_ALIAS).collectAsList().stream()
        .filter(row -> row.getAs("title_id").equals(id))
        .map(row -> String.valueOf(row.<String>getAs("present_id")))
        .findFirst()
        .orElse(id);
  }
}
