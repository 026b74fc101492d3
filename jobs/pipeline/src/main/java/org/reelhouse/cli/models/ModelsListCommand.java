package org.reelhouse.cli.models;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.models.History;
import org.reelhouse.models.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists versions of models. */
@Command(
    name = "list",
    description = "Lists the versions of models, which of them serve, and why.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Parameters(arity = "0..1", paramLabel = "MODEL", description = "One model alone")
  private @Nullable String model;

  @Option(names = "--json", description = "Print JSON")
  private boolean json;

  @Override
  public Integer call() {
    List<History> histories =
        Sessions.with(
            "models", options.settings().spark(), spark -> histories(options.open(spark)));
    spec.commandLine()
        .getOut()
        .print(
            json ? ModelsReport.json(histories) : ModelsReport.text(histories, options.lakeUri()));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<History> histories(DeltaLake lake) {
    return Registry.read(lake).histories().stream()
        .filter(history -> model == null || history.model().equals(model))
        .toList();
  }
}
