package org.reelhouse.cli.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reelhouse.cli.options.LocalFolder;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.samples.SampleFile;
import org.reelhouse.samples.Samples;
import org.reelhouse.storage.TextFile;
import org.reelhouse.storage.TextFiles;
import org.reelhouse.storage.TextFiles.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes dumps of any size for trying the pipeline. */
@Command(
    name = "samples",
    description =
        "Writes dumps in the sources' own formats, of any size, and the truth about them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SamplesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--titles",
      paramLabel = "N",
      required = true,
      description = "Works to make: films, series and anime, each in some of the sources")
  private long titles;

  @Option(
      names = "--ratings",
      paramLabel = "N",
      required = true,
      description = "Ratings to make, half of films and half of anime")
  private long ratings;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder or URI to write to")
  private String out = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Other seeds make other works. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--json", description = "Print the files as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    Samples samples = samples();
    LocalFolder.of(out).ifPresent(LocalFolder::checkWritable);
    long start = System.nanoTime();
    List<Written> files =
        Sessions.with(
            "samples", SESSION, spark -> TextFiles.writeAlone(spark, out, files(samples)));
    print(spec.commandLine().getOut(), files, (System.nanoTime() - start) / 1e9);
    return 0;
  }

  private Samples samples() {
    try {
      return new Samples(titles, ratings, seed);
    } catch (IllegalArgumentException impossible) {
      throw new ParameterException(spec.commandLine(), String.valueOf(impossible.getMessage()));
    }
  }

  static List<Storable> files(Samples samples) {
    return samples.files().stream().map(Storable::new).toList();
  }

  /** A file of the generator, as storage writes it. */
  record Storable(SampleFile file) implements TextFile {
    private static final long serialVersionUID = 1L;

    @Override
    public String path() {
      return file.path();
    }

    @Override
    public long write(Appendable out) throws IOException {
      return file.write(out);
    }
  }

  private static final Map<String, String> SESSION =
      Map.of("spark.ui.enabled", "false", "spark.ui.showConsoleProgress", "false");

  private void print(PrintWriter printer, List<Written> files, double seconds) {
    if (json) {
      printer.println(toJson(files).toPrettyString());
    } else {
      printer.printf(
          Locale.ROOT,
          "%,d works and %,d ratings in %,d files, %,.1f MB, %.0f s%nThey lie in %s%n",
          titles,
          ratings,
          files.size(),
          files.stream().mapToLong(Written::bytes).sum() / 1e6,
          seconds,
          out);
    }
    printer.flush();
  }

  private static ArrayNode toJson(List<Written> files) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Written file : files) {
      array
          .addObject()
          .put("path", file.path())
          .put("records", file.records())
          .put("bytes", file.bytes());
    }
    return array;
  }
}
