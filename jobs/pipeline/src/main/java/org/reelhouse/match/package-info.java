/**
 * Source titles come in; {@code silver.match}, {@code silver.title_source} and {@code silver.title}
 * go out.
 */
@NullMarked
package org.reelhouse.match;

import org.jspecify.annotations.NullMarked;
