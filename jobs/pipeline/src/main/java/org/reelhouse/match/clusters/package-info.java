/** Probable pairs come in; clusters of source titles that are one work go out. */
@NullMarked
package org.reelhouse.match.clusters;

import org.jspecify.annotations.NullMarked;
