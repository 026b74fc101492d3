/** What people decide about pairs comes in, and the pairs that they should look at go out. */
@NullMarked
package org.reelhouse.match.review;

import org.jspecify.annotations.NullMarked;
