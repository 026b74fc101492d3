/**
 * The drafts of one title come in; its rows of {@code silver.source_title} and {@code
 * silver.source_credit} go out.
 */
@NullMarked
package org.reelhouse.normalize.merge;

import org.jspecify.annotations.NullMarked;
