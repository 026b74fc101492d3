/**
 * Clusters of unit vectors in memory, for every feature that needs them: vectors come in, the
 * places of each cluster's go out. It holds no rows and knows no other package.
 */
@NullMarked
package org.reelhouse.clustering;

import org.jspecify.annotations.NullMarked;
