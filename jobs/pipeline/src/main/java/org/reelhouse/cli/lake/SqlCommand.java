package org.reelhouse.cli.lake;

import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.tables.Table;
import org.reelhouse.tables.Tables;
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
public final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Parameters(paramLabel = "QUERY", description = "One SQL query in quotes; write it before --conf")
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
    if (rows < 1) {
      throw options.misuse("Cannot print " + rows + " rows. Give a number from 1 up with --rows.");
    }
    requireQuery();
    return Sessions.with("sql", options.settings().spark(), this::answer);
  }

  /** What is no query is refused before it could change a table. */
  private void requireQuery() {
    String text = query.strip().replaceFirst(";+$", "");
    ParserInterface parser = new SparkSqlParser();
    String problem = problemOf(() -> parser.parseQuery(text));
    if (problem != null) {
      boolean statement = problemOf(() -> parser.parsePlan(text)) == null;
      throw options.misuse(
          "Cannot answer the query: %s. Give one that begins with SELECT, WITH or VALUES; nothing else is run, as this command only reads."
              .formatted(statement ? "it is a statement of another kind" : problem));
    }
  }

  private static @Nullable String problemOf(Callable<LogicalPlan> parsing) {
    try {
      parsing.call();
      return null;
    } catch (Exception thrown) { // Spark throws checked exceptions that no signature declares.
      return problem(thrown);
    }
  }

  private static String problem(Exception failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("");
  }

  private int answer(SparkSession spark) {
    register(spark, options.open(spark));
    try {
      print(spark.sql(query));
    } catch (Exception failure) { // Spark throws checked exceptions that no signature declares.
      throw explained(failure);
    }
    return 0;
  }

  private void print(Dataset<Row> result) {
    if (json) {
      result.toJSON().takeAsList(rows).forEach(line -> spec.commandLine().getOut().println(line));
      spec.commandLine().getOut().flush();
    } else {
      result.show(rows, 60);
    }
  }

  /** What Spark says of the query itself has a class of errors; anything else is a bug. */
  private RuntimeException explained(Exception failure) {
    if (failure instanceof SparkThrowable known && known.getCondition() != null) {
      return new PipelineException(
          "Cannot answer the query: %s Tables are named as in silver.title; \"reelhouse tables --lake %s\" lists those that are there."
              .formatted(problem(failure), options.lakeUri()),
          failure);
    }
    return failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
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
