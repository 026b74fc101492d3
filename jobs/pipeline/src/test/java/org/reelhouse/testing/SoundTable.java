package org.reelhouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelhouse.raw.RawLayout;

/**
 * A delimited file of three sound records, to be spoilt.
 *
 * @param rows column name to cell; the other cells are empty
 */
public record SoundTable(RawLayout.Delimited layout, List<Map<String, String>> rows) {
  private static final int TEN_MEGABYTES = 10 << 20;

  /** First columns that hold texts. */
  private static final Set<String> NAMES =
      Set.of("Title", "show_id", "source_id", "userId", "User_ID", "user_id");

  /** The file with each fault that a delimited file may have. */
  public List<SpoiltFile> spoilt() {
    List<SpoiltFile> files = new ArrayList<>(SpoiltText.of(with(line(1))));
    files.addAll(withABrokenRecord());
    if (layout.header()) {
      files.addAll(withABrokenHeader());
    }
    return files;
  }

  private List<SpoiltFile> withABrokenRecord() {
    String second = line(1);
    String rest = second.substring(second.indexOf(layout.separator()));
    return List.of(
        readable("a quote that is not closed", with("\"" + second), 2, 1),
        readable("text behind a quote", with("\"1\"1" + rest), 2, 1),
        readable(
            "a cell too few",
            with(second.substring(0, second.lastIndexOf(layout.separator()))),
            2,
            1),
        readable("a cell too many", with(second + layout.separator()), 2, 1),
        readable("blank cells", with(rest.replaceAll("[^" + layout.separator() + "]", "")), 2, 1),
        readable("a record twice", with(second + "\n" + second), 4, 0),
        SpoiltFile.readable(
            "bytes that are not UTF-8", SpoiltText.latin(with("caf\u00e9" + rest)), 2, 1),
        withTenMegabytes(rest));
  }

  /** They may name a record, but are no number. */
  private SpoiltFile withTenMegabytes(String rest) {
    int named = NAMES.contains(columns().get(0)) ? 1 : 0;
    String text = with("x".repeat(TEN_MEGABYTES) + rest);
    return readable("ten megabytes", text, 2 + named, 1 - named);
  }

  private List<SpoiltFile> withABrokenHeader() {
    String header = String.join(layout.separator(), columns());
    String text = with(line(1));
    String required = layout.required().get(0);
    return List.of(
        readable("a header alone", header, 0, 0),
        fatal("a header with an open quote", "\"" + text, "its header cannot be read (a quote"),
        SpoiltFile.fatal(
            "a header that is not UTF-8",
            "a.csv",
            SpoiltText.latin("\u00e9" + text),
            "its header cannot be read (bytes that are not UTF-8)"),
        fatal("an absent column", text.replaceFirst(required, "x"), "lacks [" + required + "]"),
        fatal("no header", text.substring(header.length() + 1), "its header lacks ["),
        fatal(
            "ten megabytes without a line break", "x".repeat(TEN_MEGABYTES), "its header lacks ["));
  }

  private static SpoiltFile readable(String fault, String text, int good, int rejected) {
    return SpoiltFile.readable(fault, text.getBytes(UTF_8), good, rejected);
  }

  private static SpoiltFile fatal(String fault, String text, String error) {
    return SpoiltFile.fatal(fault, "a.csv", text.getBytes(UTF_8), error);
  }

  /** The file with some cells of its second record changed. */
  public byte[] with(Map<String, String> changed) {
    Map<String, String> row = new HashMap<>(rows.get(1));
    row.putAll(changed);
    return with(line(row)).getBytes(UTF_8);
  }

  /** The columns of the layout in the order of the file. */
  public List<String> columns() {
    return Stream.concat(layout.required().stream(), layout.optional().stream()).toList();
  }

  private String with(String second) {
    List<String> lines = new ArrayList<>();
    if (layout.header()) {
      lines.add(String.join(layout.separator(), columns()));
    }
    Collections.addAll(lines, line(0), second, line(2));
    return String.join("\n", lines) + "\n";
  }

  private String line(int row) {
    return line(rows.get(row));
  }

  private String line(Map<String, String> row) {
    return columns().stream()
        .map(column -> row.getOrDefault(column, ""))
        .collect(Collectors.joining(layout.separator()));
  }
}
