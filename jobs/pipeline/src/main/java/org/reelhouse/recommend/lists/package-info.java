/** Models and users come in; the titles chosen for a user go out, and titles similar to one. */
@NullMarked
package org.reelhouse.recommend.lists;

import org.jspecify.annotations.NullMarked;
