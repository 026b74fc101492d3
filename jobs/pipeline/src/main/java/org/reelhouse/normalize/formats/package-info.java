/** Records of each published format come in; drafts of titles go out. A format is one class. */
@NullMarked
package org.reelhouse.normalize.formats;

import org.jspecify.annotations.NullMarked;
