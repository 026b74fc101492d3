/** Commands that measure models and matching, and split files of ratings for it. */
@NullMarked
package org.reelhouse.cli.evaluate;

import org.jspecify.annotations.NullMarked;
