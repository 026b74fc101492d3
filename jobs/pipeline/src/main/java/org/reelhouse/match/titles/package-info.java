/**
 * Clusters come in; {@code silver.title_source}, {@code silver.title} and the ledger of title ids
 * go out.
 */
@NullMarked
package org.reelhouse.match.titles;

import org.jspecify.annotations.NullMarked;
