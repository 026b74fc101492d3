package org.reelhouse.cli.models;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.models.VersionComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts two versions of a model side by side. */
@Command(
    name = "compare",
    description = {
      "Puts two versions of a model side by side: what was measured, and which parameters,"
          + " settings, code and tables differ.",
      "Each was measured on what was held out on its own day. Without versions, the newest is"
          + " compared with the one that serves, or else with the one before."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsCompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "As in reelhouse models list")
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "VERSION",
      description = "Two of its versions, such as 20260131")
  private List<Integer> versions = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON")
  private boolean json;

  @Override
  public Integer call() {
    if (versions.size() == 1) {
      throw options.misuse("Cannot compare one version with nothing: name two, or none.");
    }
    VersionComparison comparison =
        Sessions.with("models", options.settings().spark(), spark -> compare(options.open(spark)));
    ReportPrinter.print(spec.commandLine().getOut(), comparison.report(), json);
    return 0;
  }

  private VersionComparison compare(DeltaLake lake) {
    return versions.isEmpty()
        ? VersionComparison.ofNewest(lake, model)
        : VersionComparison.of(lake, model, versions.get(0), versions.get(1));
  }
}
