/** Which titles go together and how much each counts for another, learned from who rated what. */
@NullMarked
package org.reelhouse.recommend.links;

import org.jspecify.annotations.NullMarked;
