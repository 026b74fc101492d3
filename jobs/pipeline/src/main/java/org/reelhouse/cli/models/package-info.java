/** Commands that list, compare and choose versions of models. */
@NullMarked
package org.reelhouse.cli.models;

import org.jspecify.annotations.NullMarked;
