package org.reelhouse.cli.evaluate;

import java.nio.file.Path;
import org.reelhouse.ratings.evaluation.TrainTest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads two files written {@code TRAIN:TEST}. The parts themselves may hold no colon. */
final class TrainTestConverter implements ITypeConverter<TrainTest> {
  @Override
  public TrainTest convert(String text) {
    String[] files = text.split(":", -1);
    if (files.length != 2 || files[0].isBlank() || files[1].isBlank()) {
      throw new TypeConversionException("'" + text + "' is not TRAIN:TEST, the paths of two files");
    }
    return new TrainTest(Path.of(files[0]), Path.of(files[1]));
  }
}
