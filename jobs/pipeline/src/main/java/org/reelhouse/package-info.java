/**
 * The whole contract of a step of the pipeline: a {@link org.reelhouse.Job} reads tables, writes
 * tables and accounts for every row it was given.
 */
@NullMarked
package org.reelhouse;

import org.jspecify.annotations.NullMarked;
