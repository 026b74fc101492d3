package org.reelhouse.ingest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.reelhouse.lake.Lake;
import org.reelhouse.raw.Landing;

/**
 * What a source delivers of one dataset.
 *
 * @param globs where the files were looked for
 * @param files the files that are there
 */
record Delivery(
    String source, String dataset, String format, List<String> globs, List<String> files)
    implements Comparable<Delivery> {
  private static final Comparator<Delivery> BY_NAME =
      Comparator.comparing(Delivery::source).thenComparing(Delivery::dataset);

  boolean isPresent() {
    return !files.isEmpty();
  }

  Landing land(Lake lake, LocalDate date) {
    return lake.raw().land(source, dataset, date, files);
  }

  String describe() {
    return "%s of %s (%s)".formatted(dataset, source, String.join(", ", globs));
  }

  @Override
  public int compareTo(Delivery other) {
    return BY_NAME.compare(this, other);
  }
}
