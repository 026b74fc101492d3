/**
 * A number of titles, a number of ratings and a seed come in; dumps in the sources' own formats go
 * out, and beside them the truth about which of their rows are the same work.
 *
 * <p>Everything about a work follows from the seed and the work's index, so that any file can be
 * written anywhere without the others.
 */
@NullMarked
package org.reelhouse.samples;

import org.jspecify.annotations.NullMarked;
