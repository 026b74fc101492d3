/**
 * Titles come in; what can be recommended goes out: their facts, filters, content and popularity.
 */
@NullMarked
package org.reelhouse.recommend.catalogue;

import org.jspecify.annotations.NullMarked;
