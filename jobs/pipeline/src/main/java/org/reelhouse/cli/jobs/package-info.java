/** Commands that run jobs, alone or as a pipeline. */
@NullMarked
package org.reelhouse.cli.jobs;

import org.jspecify.annotations.NullMarked;
