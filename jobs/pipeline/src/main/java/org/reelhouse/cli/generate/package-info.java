/** Commands that write files made from the code, and generated dumps. */
@NullMarked
package org.reelhouse.cli.generate;

import org.jspecify.annotations.NullMarked;
