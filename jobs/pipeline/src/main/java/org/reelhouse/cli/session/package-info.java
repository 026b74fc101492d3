/** The Spark session of a command. */
@NullMarked
package org.reelhouse.cli.session;

import org.jspecify.annotations.NullMarked;
