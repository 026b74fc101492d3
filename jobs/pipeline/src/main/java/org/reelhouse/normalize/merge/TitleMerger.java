package org.reelhouse.normalize.merge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.TitleColumns;
import org.reelhouse.reference.Genres;
import scala.Tuple2;

/**
 * Makes one title of all records with its key. The fullest record that gives the title stands for
 * it; the others and the supplements are folded into it. The order of the records does not matter.
 */
public final class TitleMerger implements FlatMapGroupsFunction<Tuple2<Long, String>, Row, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Tuple2<Long, String> key, Iterator<Row> rows) {
    List<DraftRecord> titles = new ArrayList<>();
    List<DraftRecord> supplements = new ArrayList<>();
    while (rows.hasNext()) {
      DraftRecord record = new DraftRecord(rows.next());
      (record.givesTitle() ? titles : supplements).add(record);
    }
    if (titles.isEmpty()) {
      return supplements.stream().map(MergedRows::orphan).iterator();
    }
    titles.sort(DraftRecord.FULLEST_FIRST);
    supplements.sort(DraftRecord.FULLEST_FIRST);
    titles.addAll(supplements);
    return List.of(merged(titles)).iterator();
  }

  /** The result of records of which the first stands for the title. */
  private Row merged(List<DraftRecord> records) {
    Row title = new MergedTitle(records).row();
    return MergedRows.title(
        title,
        DraftRows.sequence(MergedCredits.of(title, records)),
        records.get(0).input(),
        DraftRows.sequence(records.stream().skip(1).map(DraftRecord::place).toList()),
        DraftRows.sequence(notes(title, records)));
  }

  private List<Row> notes(Row title, List<DraftRecord> records) {
    Stream<Row> unmapped =
        title.isNullAt(TitleColumns.RAW_GENRES)
            ? Stream.empty()
            : Genres.unmapped(title.<String>getList(TitleColumns.RAW_GENRES)).stream()
                .map(label -> RowFactory.create("unmapped_genre", label));
    Stream<Row> issues =
        records.stream()
            .flatMap(
                record ->
                    record.issues().stream()
                        .map(check -> RowFactory.create(check, record.source())));
    return Stream.concat(unmapped, issues).toList();
  }
}
