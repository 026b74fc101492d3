/**
 * What can be set: {@code conf/reference.yaml} and {@code conf/sources.yaml} with a profile and
 * overlays come in as text; one immutable {@link org.reelhouse.config.Settings} goes out. The
 * record of each section, with its checks, belongs to the package that goes by it.
 */
@NullMarked
package org.reelhouse.config;

import org.jspecify.annotations.NullMarked;
