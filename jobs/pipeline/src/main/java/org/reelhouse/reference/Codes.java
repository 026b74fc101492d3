package org.reelhouse.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell with one or several names says.
 *
 * @param codes of the names that are known, in their order, each once
 * @param unknown names that are not, in their order
 */
public record Codes(List<String> codes, List<String> unknown) {
  private static final Pattern BETWEEN = Pattern.compile("[,|/;、，；・·\\n\\t]|\\s[-–+]\\s");
  private static final Pattern AND =
      Pattern.compile("\\s(?:and|und|et|e|y|en|och|og)\\s|\\s?&\\s?", Pattern.CASE_INSENSITIVE);

  /** No cell holds as many; its rest is no list of names. */
  private static final int MOST_NAMES = 1_000;

  private static final int LONGEST_NAME = 200;

  /** "Korea, Republic of" and "Congo, Democratic Republic of the" have commas of their own. */
  private static final int MOST_PIECES_OF_A_NAME = 3;

  /** Reads a cell: names between commas, bars, slashes, semicolons or a word for "and". */
  static Codes of(@Nullable String cell, Function<String, @Nullable String> code) {
    Reading reading = new Reading(code);
    if (cell != null) {
      reading.read(cell);
    }
    return new Codes(List.copyOf(reading.codes), List.copyOf(reading.unknown));
  }

  private static final class Reading {
    private final Function<String, @Nullable String> code;
    private final Set<String> codes = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();

    Reading(Function<String, @Nullable String> code) {
      this.code = code;
    }

    void read(String cell) {
      if (isKnown(cell)) {
        return;
      }
      List<String> pieces = pieces(cell);
      int next = 0;
      while (next < pieces.size()) {
        next = readName(pieces, next);
      }
    }

    private static List<String> pieces(String cell) {
      return Arrays.stream(BETWEEN.split(cell, MOST_NAMES))
          .map(String::strip)
          .filter(piece -> !piece.isEmpty())
          .toList();
    }

    /** Reads the longest name from here on and says where the next begins. */
    private int readName(List<String> pieces, int start) {
      for (int end = Math.min(pieces.size(), start + MOST_PIECES_OF_A_NAME); end > start; end--) {
        if (isKnown(String.join(", ", pieces.subList(start, end)))) {
          return end;
        }
      }
      List<String> names = Arrays.asList(AND.split(pieces.get(start), MOST_NAMES));
      if (names.size() == 1) {
        unknown.add(pieces.get(start));
      } else {
        names.stream().map(String::strip).filter(name -> !isKnown(name)).forEach(unknown::add);
      }
      return start + 1;
    }

    private boolean isKnown(String name) {
      String found = name.isBlank() || name.length() > LONGEST_NAME ? null : code.apply(name);
      if (found != null) {
        codes.add(found);
      }
      return found != null;
    }
  }
}
