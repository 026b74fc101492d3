package org.reelhouse.recommend.lists;

import org.jspecify.annotations.Nullable;

/**
 * One recommended title.
 *
 * @param position among the titles
 * @param score of what chose it
 * @param basis what chose it
 * @param because position of a liked title it resembles
 * @param text why, for people
 */
public record Choice(
    int position, double score, Basis basis, @Nullable Integer because, String text) {}
