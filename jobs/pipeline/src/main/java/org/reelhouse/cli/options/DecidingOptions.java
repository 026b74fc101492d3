package org.reelhouse.cli.options;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Decider;
import org.reelhouse.models.Decision;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of every command by which a person decides about a model. */
public final class DecidingOptions extends ReadingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(index = "0", paramLabel = "MODEL", description = "As in reelhouse models list")
  private String model = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description =
          "Runs of this date and later follow the decision. Default: that of the newest version")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who decides, for the record. Default: ${DEFAULT-VALUE}")
  private String by = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, for the record")
  private @Nullable String note;

  public String model() {
    return model;
  }

  /** What a person decides about a model in a lake, from a date on. */
  public interface Deciding {
    Decision by(Decider decider, Lake lake, String model, @Nullable LocalDate asOf);
  }

  /**
   * Records the decision of a person, and prints what follows.
   *
   * @return 0, the exit code
   */
  public int decide(Deciding deciding) {
    LocalFolder.of(lakeUri()).ifPresent(LocalFolder::checkWritable);
    Decider decider = new Decider(by, Clock.systemUTC().instant(), note);
    Decision decided =
        Sessions.with(
            "models",
            settings().spark(),
            spark ->
                deciding.by(
                    decider,
                    new DeltaLake(spark, lakeUri(), UUID.randomUUID().toString()),
                    model,
                    asOf));
    command.commandLine().getOut().print(inWords(decided));
    command.commandLine().getOut().flush();
    return 0;
  }

  private String inWords(Decision decided) {
    return decided.action() == Decision.Action.RELEASE
        ? "%s: its gate decides again from the runs of %s on.%n".formatted(model, decided.asOf())
        : "%s: %s from the runs of %s on, until reelhouse models release %s. Run the job with --as-of %s to publish by it.%n"
            .formatted(model, decided.serving().inWords(), decided.asOf(), model, decided.asOf());
  }
}
