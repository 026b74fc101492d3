package org.reelhouse.ingest;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.SideBySide;
import org.reelhouse.raw.Landing;
import org.reelhouse.raw.RawFile;
import org.reelhouse.raw.RawSnapshot;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Table;

/** Lands the files of every source unchanged in the raw zone. */
public final class IngestJob implements Job {

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String description() {
    return "Lands the files of every source unchanged in the raw zone.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of();
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Ops.INGESTION_LOG);
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    List<Delivery> deliveries = deliveries(lake, context, settings);
    Map<Delivery, Landing> landings = landed(lake, context.asOf(), deliveries);
    List<Row> log = log(context.asOf(), landings);
    lake.replaceSlice(
        Ops.INGESTION_LOG,
        Map.of("as_of", context.asOf().toString(), "job", name()),
        lake.frame(log, Ops.INGESTION_LOG.schema()));
    return tallies(landings);
  }

  private static List<Delivery> deliveries(Lake lake, RunContext context, Settings settings) {
    List<Delivery> deliveries = new ArrayList<>();
    new TreeMap<>(settings.sources())
        .forEach(
            (source, published) ->
                new TreeMap<>(published.datasets())
                    .forEach(
                        (dataset, files) ->
                            deliveries.add(find(lake, settings.data(), source, dataset, files))));
    List<Delivery> present = deliveries.stream().filter(Delivery::isPresent).toList();
    if (present.isEmpty()) {
      throw new PipelineException(
          "Cannot ingest: none of the %d datasets of the settings has a file below %s. Pass --data with the folder of your dumps, or mend the paths of the sources."
              .formatted(deliveries.size(), settings.data()));
    }
    deliveries.stream()
        .filter(delivery -> !delivery.isPresent())
        .forEach(absent -> context.note("skips " + absent.describe() + ", which has no file"));
    return present;
  }

  private static Map<Delivery, Landing> landed(
      Lake lake, LocalDate asOf, List<Delivery> deliveries) {
    List<Landing> landings =
        SideBySide.all(
            deliveries.stream()
                .map(delivery -> (Callable<Landing>) () -> delivery.land(lake, asOf))
                .toList());
    Map<Delivery, Landing> landed = new TreeMap<>();
    for (int i = 0; i < deliveries.size(); i++) {
      landed.put(deliveries.get(i), landings.get(i));
    }
    return landed;
  }

  private static Delivery find(
      Lake lake, String data, String source, String dataset, DatasetSettings settings) {
    return new Delivery(
        source,
        dataset,
        settings.format(),
        settings.paths(),
        lake.raw().find(data, settings.paths()));
  }

  private List<Row> log(LocalDate asOf, Map<Delivery, Landing> landings) {
    List<Row> rows = new ArrayList<>();
    landings.forEach(
        (delivery, landing) ->
            landing
                .snapshot()
                .files()
                .forEach(file -> rows.add(logged(asOf, delivery, landing, file))));
    return rows;
  }

  private Row logged(LocalDate asOf, Delivery delivery, Landing landing, RawFile file) {
    RawSnapshot snapshot = landing.snapshot();
    return RowFactory.create(
        Date.valueOf(asOf),
        name(),
        snapshot.source(),
        snapshot.dataset(),
        Date.valueOf(snapshot.date()),
        file.name(),
        file.bytes(),
        file.sha256(),
        delivery.format(),
        landing.unchanged() ? "unchanged" : "landed");
  }

  /** Counted in files: those found, and those the snapshots hold. */
  private static List<Tally> tallies(Map<Delivery, Landing> landings) {
    List<Tally> tallies = new ArrayList<>();
    landings.forEach(
        (delivery, landing) ->
            tallies.add(
                Tally.whole(
                    landing.snapshot().input(),
                    delivery.files().size(),
                    landing.snapshot().files().size())));
    return tallies;
  }
}
