package org.reelhouse.cli.models;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.DeltaLake;
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
    Registry registry =
        Sessions.with("models", options.settings().spark(), spark -> registry(options.open(spark)));
    if (registry.versions().isEmpty() && !json) {
      spec.commandLine()
          .getOut()
          .println(
              "No such model is in the lake %s. Run the pipeline, or name another lake with --lake."
                  .formatted(options.lakeUri()));
      return 0;
    }
    ReportPrinter.print(spec.commandLine().getOut(), registry.report(), json);
    return 0;
  }

  private Registry registry(DeltaLake lake) {
    Registry all = Registry.read(lake);
    return model == null ? all : all.only(model);
  }
}
