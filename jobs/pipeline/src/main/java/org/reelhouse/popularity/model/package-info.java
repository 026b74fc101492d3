/** The forests of one kind of title: fitted, saved and opened. */
@NullMarked
package org.reelhouse.popularity.model;

import org.jspecify.annotations.NullMarked;
