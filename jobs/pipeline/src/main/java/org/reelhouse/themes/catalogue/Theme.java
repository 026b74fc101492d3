package org.reelhouse.themes.catalogue;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One theme.
 *
 * @param id that of the previous run's theme with the same titles; of a new theme the same for the
 *     same top terms, whatever run found them
 * @param terms indices of its top terms in the vocabulary, most distinctive first
 * @param parent id of the theme above; null at the top
 */
public record Theme(
    String id, String label, List<Integer> terms, ThemeProfile profile, @Nullable String parent)
    implements Serializable {}
