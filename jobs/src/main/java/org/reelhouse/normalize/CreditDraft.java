package org.reelhouse.normalize;

import org.jspecify.annotations.Nullable;

/**
 * One person's part in a title.
 *
 * @param role cast or crew
 * @param position billing order within title and role, from 0
 * @param personId person within the source, if the source has such identifiers
 */
record CreditDraft(
    String role,
    int position,
    @Nullable String personId,
    String name,
    @Nullable String job,
    @Nullable String department,
    @Nullable String character) {}
