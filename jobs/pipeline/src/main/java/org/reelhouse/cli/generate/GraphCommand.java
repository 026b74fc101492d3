package org.reelhouse.cli.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.reelhouse.Job;
import org.reelhouse.cli.jobs.Jobs;
import org.reelhouse.pipeline.JobGraph;
import org.reelhouse.tables.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the graph that Airflow's DAG is drawn from. */
@Command(
    name = "graph",
    description =
        "Prints the jobs, their tables and what each waits for, as JSON (dags/graph.json).",
    mixinStandardHelpOptions = true)
public final class GraphCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(toJson(Jobs.graph()).toPrettyString());
    return 0;
  }

  static ObjectNode toJson(JobGraph graph) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode jobs = root.putArray("jobs");
    Map<String, Set<String>> upstream = graph.upstream();
    for (Job job : graph.jobs()) {
      ObjectNode node = jobs.addObject();
      node.put("name", job.name());
      node.put("description", job.description());
      addSorted(node.putArray("reads"), job.reads());
      addSorted(node.putArray("writes"), job.writes());
      ArrayNode before = node.putArray("upstream");
      upstream.getOrDefault(job.name(), Set.of()).forEach(before::add);
    }
    return root;
  }

  private static void addSorted(ArrayNode array, Set<Table> tables) {
    tables.stream().map(Table::name).sorted().forEach(array::add);
  }
}
