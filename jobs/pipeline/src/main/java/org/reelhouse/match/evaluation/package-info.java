/** Matching is measured here, on pairs and truths that somebody else judged. */
@NullMarked
package org.reelhouse.match.evaluation;

import org.jspecify.annotations.NullMarked;
