package org.reelhouse.normalize.draft;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's part in a title.
 *
 * @param role cast or crew
 * @param position billing order within title and role, from 0
 * @param personId person within the source, if the source has such identifiers
 */
public record CreditDraft(
    String role,
    int position,
    @Nullable String personId,
    String name,
    @Nullable String job,
    @Nullable String department,
    @Nullable String character) {

  /** The components in their order. */
  public List<@Nullable Object> parts() {
    return Arrays.asList(role, position, personId, name, job, department, character);
  }

  /** The credit that {@link #parts} were taken from. */
  static CreditDraft ofParts(List<?> parts) {
    return new CreditDraft(
        (String) parts.get(0),
        (Integer) parts.get(1),
        (String) parts.get(2),
        (String) parts.get(3),
        (String) parts.get(4),
        (String) parts.get(5),
        (String) parts.get(6));
  }
}
