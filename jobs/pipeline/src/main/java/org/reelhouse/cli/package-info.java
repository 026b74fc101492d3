/** The command line: knows every job, opens the Spark session, prints and exits. */
@NullMarked
package org.reelhouse.cli;

import org.jspecify.annotations.NullMarked;
