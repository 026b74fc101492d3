/**
 * Turns texts into words, stems and terms, and hashes and weighs them; the only package that knows
 * Lucene. People read {@link Terms} in the names of themes. {@link EnglishStems} are compared only.
 * {@link Words} need no language.
 */
@NullMarked
package org.reelhouse.text;

import org.jspecify.annotations.NullMarked;
