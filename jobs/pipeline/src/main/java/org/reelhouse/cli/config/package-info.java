/** Commands that show the settings. */
@NullMarked
package org.reelhouse.cli.config;

import org.jspecify.annotations.NullMarked;
