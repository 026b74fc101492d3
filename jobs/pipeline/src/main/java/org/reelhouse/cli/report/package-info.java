/** Reports as text and as JSON. */
@NullMarked
package org.reelhouse.cli.report;

import org.jspecify.annotations.NullMarked;
