/**
 * The tables of the lake, each declared once: schema, comments, key and constraints. Nothing here
 * reads or writes.
 */
@NullMarked
package org.reelhouse.tables;

import org.jspecify.annotations.NullMarked;
