/** Options that several commands take, and the settings they make. */
@NullMarked
package org.reelhouse.cli.options;

import org.jspecify.annotations.NullMarked;
