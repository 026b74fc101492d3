package org.reelhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.raw.RawFiles;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * A file with a fault, and what must become of it: an error that names it, or as many good and
 * rejected records.
 *
 * @param fault in words
 * @param rejected at least so many records for quarantine
 * @param error part of the message, or null if the file can be read
 */
public record SpoiltFile(
    String fault, String name, byte[] bytes, int good, int rejected, @Nullable String error) {

  /** Why a record is rejected. */
  public record Rejected(String reason, String detail, String raw) {}

  /** A file that can be read. */
  static SpoiltFile readable(String fault, byte[] bytes, int good, int rejected) {
    return new SpoiltFile(fault, "spoilt.txt", bytes, good, rejected, null);
  }

  /** A file that stops the run. */
  static SpoiltFile fatal(String fault, String name, byte[] bytes, String error) {
    return new SpoiltFile(fault, name, bytes, 0, 0, error);
  }

  /**
   * Reads the file and checks what becomes of it.
   *
   * @param rejection why a record is rejected, or empty
   */
  public void check(RawLayout layout, Function<RawRecord, Optional<Rejected>> rejection) {
    if (error == null) {
      checkRecords(RawFiles.read(name, bytes, layout), rejection);
    } else {
      assertThatThrownBy(() -> RawFiles.read(name, bytes, layout))
          .isInstanceOf(PipelineException.class)
          .hasMessageStartingWith("Cannot read " + name + " of raw/source/movies: ")
          .hasMessageContaining(error)
          .hasMessageNotContaining("null");
    }
  }

  private void checkRecords(
      List<RawRecord> records, Function<RawRecord, Optional<Rejected>> rejection) {
    List<Rejected> all = new ArrayList<>();
    records.forEach(record -> rejection.apply(record).ifPresent(all::add));
    assertThat(records.size() - all.size()).as("good records").isEqualTo(good);
    assertThat(all).hasSize(rejected);
    assertThat(all)
        .allMatch(each -> !each.reason().isBlank() && !each.detail().isBlank())
        .allMatch(each -> each.detail().length() < 1_000)
        .allMatch(each -> !each.raw().isEmpty());
    assertThat(records.stream().map(RawRecord::line)).doesNotHaveDuplicates();
  }

  @Override
  public String toString() {
    return fault;
  }
}
