/** What one raw record says of one title, and how it travels between tasks. */
@NullMarked
package org.reelhouse.normalize.draft;

import org.jspecify.annotations.NullMarked;
