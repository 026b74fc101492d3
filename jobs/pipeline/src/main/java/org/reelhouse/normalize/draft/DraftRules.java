package org.reelhouse.normalize.draft;

/** What drafts of titles must hold. */
public final class DraftRules {
  private DraftRules() {}

  /**
   * The draft, if it has a title.
   *
   * @throws Rejection if it has none and would pass for a supplement
   */
  public static TitleDraft required(TitleDraft draft) throws Rejection {
    if (draft.value("title") == null) {
      throw new Rejection("missing_title", "the title of " + draft.sourceId() + " is empty");
    }
    return draft;
  }
}
