package org.reelhouse.cli.evaluate;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Two files: one to learn from and one to measure on, written {@code TRAIN:TEST}. */
record TrainTest(Path training, Path test) {

  /** Reads the option. The parts themselves may hold no colon. */
  static final class Converter implements ITypeConverter<TrainTest> {
    @Override
    public TrainTest convert(String text) {
      String[] files = text.split(":", -1);
      if (files.length != 2 || files[0].isBlank() || files[1].isBlank()) {
        throw new TypeConversionException(
            "'" + text + "' is not TRAIN:TEST, the paths of two files");
      }
      return new TrainTest(Path.of(files[0]), Path.of(files[1]));
    }
  }
}
