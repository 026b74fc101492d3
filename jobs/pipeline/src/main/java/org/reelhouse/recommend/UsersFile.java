package org.reelhouse.recommend;

import com.univocity.parsers.common.TextParsingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.raw.CsvInput;
import org.reelhouse.reference.AgeRatings;
import org.reelhouse.reference.Countries;
import org.reelhouse.reference.Genres;
import org.reelhouse.reference.Kind;

/**
 * The users that lists are asked for: comma-separated values in UTF-8 with a header, the column
 * user_id and any of country, region, genres, kinds, platforms, countries and age_rating, whose
 * lists are separated by {@code |}. An empty cell asks for nothing.
 *
 * @param users those that could be read, in the order of the file
 * @param rejected what could not be read, and why
 */
public record UsersFile(List<UserRequest> users, List<Rejected> rejected) {

  /**
   * A row of the file that could not be used.
   *
   * @param userId empty if it has none
   */
  public record Rejected(long line, String userId, String why) {}

  private static final String USER = "user_id";
  private static final List<String> COLUMNS =
      List.of(USER, "country", "region", "genres", "kinds", "platforms", "countries", "age_rating");
  private static final int MOST_USERS = 100_000;

  /**
   * Reads a file.
   *
   * @throws PipelineException if there is no such file, its header is another, or it names more
   *     users than a run of the whole job would be for
   */
  public static UsersFile read(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return read(reader, file);
    } catch (CharacterCodingException failure) {
      throw unreadable(file, "it is no text in UTF-8", failure);
    } catch (IOException failure) {
      throw unreadable(file, "no such readable file", failure);
    } catch (TextParsingException failure) {
      throw unreadable(file, "no such layout", failure);
    }
  }

  private static PipelineException unreadable(Path file, String why, Exception cause) {
    return new PipelineException(unreadable(file, why), cause);
  }

  private static String unreadable(Path file, String why) {
    return "Cannot read %s: %s. Give comma-separated values in UTF-8 with a header of %s and any of %s."
        .formatted(file, why, USER, String.join(", ", COLUMNS.subList(1, COLUMNS.size())));
  }

  private static UsersFile read(Reader reader, Path file) {
    Iterator<CsvInput.Line> lines = CsvInput.lines(reader).iterator();
    int[] places = places(lines.hasNext() ? lines.next().cells() : List.of(), file);
    List<UserRequest> users = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (lines.hasNext()) {
      CsvInput.Line line = lines.next();
      add(row(line.cells(), places), line.number(), seen, users, rejected);
      if (users.size() > MOST_USERS) {
        throw new PipelineException(
            "Cannot recommend to the users of %s: they are more than %,d. Run the job recommend for all users instead."
                .formatted(file, MOST_USERS));
      }
    }
    return new UsersFile(users, rejected);
  }

  private static int[] places(List<@Nullable String> header, Path file) {
    List<String> names =
        header.stream()
            .map(name -> name == null ? "" : name.replace("\uFEFF", "").strip())
            .toList();
    List<String> unknown =
        names.stream().filter(name -> !name.isEmpty() && !COLUMNS.contains(name)).toList();
    if (!names.contains(USER)) {
      throw new PipelineException(unreadable(file, "its header has no column " + USER));
    }
    if (!unknown.isEmpty()) {
      throw new PipelineException(
          unreadable(file, "its header has unknown columns " + String.join(", ", unknown)));
    }
    return COLUMNS.stream().mapToInt(names::indexOf).toArray();
  }

  /** The cells in the order of the columns. */
  private static List<String> row(List<@Nullable String> cells, int[] places) {
    return Arrays.stream(places)
        .mapToObj(
            place ->
                place < 0 || place >= cells.size()
                    ? ""
                    : Objects.requireNonNullElse(cells.get(place), "").strip())
        .toList();
  }

  private static void add(
      List<String> row,
      long line,
      Set<String> seen,
      List<UserRequest> users,
      List<Rejected> rejected) {
    String user = row.get(0);
    try {
      if (user.isEmpty()) {
        throw new Unusable(USER + " is empty");
      }
      if (seen.contains(user)) {
        throw new Unusable("the user stands on an earlier line");
      }
      users.add(request(user, row));
      seen.add(user);
    } catch (Unusable problem) {
      rejected.add(new Rejected(line, user, String.valueOf(problem.getMessage())));
    }
  }

  /** Why a row cannot be used. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  private static UserRequest request(String user, List<String> row) throws Unusable {
    List<String> genres = list(row.get(3));
    List<String> unknown = Genres.unmapped(genres);
    if (!unknown.isEmpty()) {
      throw new Unusable("no such genre: " + String.join(", ", unknown));
    }
    return new UserRequest(
        user,
        Genres.canonical(genres),
        region(row.get(1), row.get(2)),
        kinds(list(row.get(4))),
        list(row.get(5)),
        countries(list(row.get(6))),
        age(row.get(7)));
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split("\\|"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static @Nullable String region(String country, String region) throws Unusable {
    if (!region.isEmpty()) {
      for (String known : regions()) {
        if (known.equalsIgnoreCase(region)) {
          return known;
        }
      }
      throw new Unusable(
          "no such region: " + region + "; those are " + String.join(", ", regions()));
    }
    if (country.isEmpty()) {
      return null;
    }
    return Countries.region(code(country));
  }

  private static List<String> regions() {
    return Countries.codes().stream()
        .flatMap(code -> java.util.stream.Stream.ofNullable(Countries.region(code)))
        .distinct()
        .sorted()
        .toList();
  }

  private static String code(String country) throws Unusable {
    String code = Countries.code(country);
    if (code == null) {
      throw new Unusable("no such country: " + country);
    }
    return code;
  }

  private static List<String> countries(List<String> labels) throws Unusable {
    List<String> codes = new ArrayList<>();
    for (String label : labels) {
      codes.add(code(label));
    }
    return codes;
  }

  private static List<String> kinds(List<String> labels) throws Unusable {
    List<String> kinds = new ArrayList<>();
    for (String label : labels) {
      String kind = label.toLowerCase(Locale.ROOT);
      if (!Kind.ofTitles().contains(kind)) {
        throw new Unusable(
            "no such kind: " + label + "; those are " + String.join(", ", Kind.ofTitles()));
      }
      kinds.add(kind);
    }
    return kinds;
  }

  private static OptionalInt age(String label) throws Unusable {
    if (label.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt age = AgeRatings.youngest(label);
    if (age.isEmpty()) {
      throw new Unusable("no such age rating: " + label + "; give an age or one such as PG-13");
    }
    return age;
  }
}
