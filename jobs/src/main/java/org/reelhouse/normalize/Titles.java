package org.reelhouse.normalize;

/** What drafts of titles must hold. */
final class Titles {
  private Titles() {}

  /**
   * The draft, if it has a title.
   *
   * @throws Rejection if it has none and would pass for a supplement
   */
  static TitleDraft required(TitleDraft draft) throws Rejection {
    if (draft.value("title") == null) {
      throw new Rejection("missing_title", "the title of " + draft.sourceId() + " is empty");
    }
    return draft;
  }
}
