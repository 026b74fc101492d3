package org.reelhouse.cli.lake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.ContentHash;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.tables.Table;
import org.reelhouse.tables.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the tables of a lake. */
@Command(
    name = "tables",
    description = "Lists the tables of a lake with their rows and a hash of their content.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TablesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Option(names = "--json", description = "Print JSON")
  private boolean json;

  @Override
  public Integer call() {
    ArrayNode tables =
        Sessions.with("tables", options.settings().spark(), spark -> describe(options.open(spark)));
    print(spec.commandLine().getOut(), tables);
    return 0;
  }

  private static ArrayNode describe(DeltaLake lake) {
    ArrayNode tables = JsonNodeFactory.instance.arrayNode();
    for (Table table : Tables.all()) {
      if (lake.version(table).isPresent()) {
        describe(table, lake, tables.addObject());
      }
    }
    return tables;
  }

  private void print(PrintWriter out, ArrayNode tables) {
    if (json) {
      out.println(tables.toPrettyString());
      out.flush();
      return;
    }
    if (tables.isEmpty()) {
      out.println(
          "No table is in the lake "
              + options.lakeUri()
              + " yet. Run the pipeline, or name another lake with --lake.");
      out.flush();
      return;
    }
    out.printf(Locale.ROOT, "%-32s %12s  %-32s %s%n", "table", "rows", "content", "what a row is");
    tables.forEach(
        table ->
            out.printf(
                Locale.ROOT,
                "%-32s %,12d  %-32s %s%n",
                table.path("table").asText(),
                table.path("rows").asLong(),
                table.path("hash").asText(),
                table.path("comment").asText()));
    out.flush();
  }

  private static void describe(Table table, DeltaLake lake, ObjectNode node) {
    ContentHash content = ContentHash.of(table, lake.read(table));
    node.put("table", table.name());
    node.put("rows", content.rows());
    node.put("hash", content.hash());
    node.put("version", lake.version(table).orElseThrow());
    node.put("comment", table.comment());
  }
}
