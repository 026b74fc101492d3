package org.reelhouse.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All tables of the lake. */
public final class Tables {
  private Tables() {}

  private static final List<Table> ALL =
      Stream.of(Silver.all(), Gold.all(), Ops.all()).flatMap(List::stream).toList();

  /** Every table: silver, gold, ops, in the order of the story. */
  public static List<Table> all() {
    return ALL;
  }

  /** The table with this name, such as {@code gold.dim_title}. */
  public static Optional<Table> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
