/**
 * Infers what source titles leave out by models that are fitted to other titles. Rows of {@code
 * silver.source_title} come in, rows of {@code silver.title_inference} go out; which model and
 * version inferred a value stands beside it.
 */
@NullMarked
package org.reelhouse.enrich;

import org.jspecify.annotations.NullMarked;
