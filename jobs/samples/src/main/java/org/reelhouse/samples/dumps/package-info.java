/** Works come in; files in the formats of the sources go out, with their dirt. */
@NullMarked
package org.reelhouse.samples.dumps;

import org.jspecify.annotations.NullMarked;
