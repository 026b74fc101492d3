package org.reelhouse.cli.options;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day of the calendar. */
public final class DayConverter implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw new TypeConversionException("'" + text + "' is no day such as 2026-01-31");
    }
  }
}
