package org.reelhouse;

/**
 * A failure that an operator can mend. Its message reads <em>Cannot VERB THING: WHY. WHAT TO
 * DO.</em> and is shown without a stack trace; any other exception is a bug and keeps its trace.
 */
public final class PipelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PipelineException(String message) {
    super(message);
  }

  public PipelineException(String message, Throwable cause) {
    super(message, cause);
  }
}
