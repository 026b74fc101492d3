/**
 * Versions of models: which were trained, how good each is, which serve and who decided so.
 * Measures and saved files come in from the jobs that train, rows of {@code ops.model_version} and
 * {@code ops.model_metric} go out; the job learns which serves.
 */
@NullMarked
package org.reelhouse.models;

import org.jspecify.annotations.NullMarked;
