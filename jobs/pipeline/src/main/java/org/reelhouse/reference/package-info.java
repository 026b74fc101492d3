/**
 * What the world agrees on and every feature may know: countries and languages by ISO, genres by
 * the one taxonomy, kinds of titles. Labels as sources spell them come in; codes and canonical
 * names go out. It holds no rows, reads no storage and knows no other package but the errors.
 */
@NullMarked
package org.reelhouse.reference;

import org.jspecify.annotations.NullMarked;
