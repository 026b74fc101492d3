package org.reelhouse.cli;

import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Table;
import org.reelhouse.lake.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one SQL query. */
@Command(
    name = "sql",
    description = "Answers a SQL query over the tables of a lake, named as in silver.title.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "QUERY", description = "One SQL statement")
  private String query = "";

  @Option(names = "--json", description = "Print each row as a line of JSON")
  private boolean json;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "50",
      description = "Rows to print at most. Default: ${DEFAULT-VALUE}")
  private int rows = 50;

  @Override
  public Integer call() {
    return Sessions.with("sql", options.settings().spark(), this::answer);
  }

  private int answer(SparkSession spark) {
    register(spark, options.open(spark));
    Dataset<Row> result = spark.sql(query);
    if (json) {
      result.toJSON().takeAsList(rows).forEach(line -> spec.commandLine().getOut().println(line));
    } else {
      result.show(rows, 60);
    }
    return 0;
  }

  private void register(SparkSession spark, DeltaLake lake) {
    for (Table table : Tables.all()) {
      if (query.contains(table.name()) && lake.version(table).isPresent()) {
        spark.sql("CREATE DATABASE IF NOT EXISTS " + table.layer());
        spark.sql("CREATE TABLE " + table + " USING delta LOCATION '" + lake.location(table) + "'");
      }
    }
  }
}
