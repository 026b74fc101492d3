/**
 * Runs jobs: in the order their tables ask for, audited, and undone when they fail. It knows the
 * kernel and is given the jobs.
 */
@NullMarked
package org.reelhouse.pipeline;

import org.jspecify.annotations.NullMarked;
