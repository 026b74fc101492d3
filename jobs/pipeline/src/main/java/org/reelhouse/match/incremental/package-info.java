/** What the run before decided comes in; the source titles that must be decided anew go out. */
@NullMarked
package org.reelhouse.match.incremental;

import org.jspecify.annotations.NullMarked;
