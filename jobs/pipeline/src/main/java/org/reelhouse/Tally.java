package org.reelhouse;

/**
 * What became of the rows of one input of a job. The four counts after {@code read} are taken
 * independently of each other, so that {@link #addsUp} is a real check.
 *
 * @param input the table or raw dataset, such as {@code silver.title} or {@code raw/tmdb/movies}
 * @param read rows the input holds
 * @param in rows the job took for its purpose, such as the titles that have an overview; equal to
 *     {@code read} for raw input, where nothing may be passed over
 * @param out rows that stand in an output of their own
 * @param merged rows folded into another row of the output, such as an older rating by the same
 *     user
 * @param quarantined rows in {@code ops.quarantine}, each with its reason
 */
public record Tally(String input, long read, long in, long out, long merged, long quarantined) {
  private static final String RAW = "raw/";

  /** A tally of an input that was taken whole, row for row. */
  public static Tally whole(String input, long rows, long out) {
    return new Tally(input, rows, rows, out, 0, 0);
  }

  /** Whether every row taken is in the output, merged into it or quarantined. */
  public boolean addsUp() {
    boolean takesEnough = input.startsWith(RAW) ? in == read : in <= read;
    return takesEnough && in == out + merged + quarantined;
  }
}
