/** Commands that query the tables of a lake. */
@NullMarked
package org.reelhouse.cli.lake;

import org.jspecify.annotations.NullMarked;
