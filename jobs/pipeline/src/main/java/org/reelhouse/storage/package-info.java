/** File systems: what lies outside of tables, read and written by path, and the files of models. */
@NullMarked
package org.reelhouse.storage;

import org.jspecify.annotations.NullMarked;
