/**
 * What can be set: {@code conf/reference.yaml} and {@code conf/sources.yaml} with overlays come in
 * as text; one immutable {@link org.reelhouse.config.Settings} goes out.
 */
@NullMarked
package org.reelhouse.config;

import org.jspecify.annotations.NullMarked;
