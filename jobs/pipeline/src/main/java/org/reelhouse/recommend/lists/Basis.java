package org.reelhouse.recommend.lists;

/** What a title was chosen by. */
public enum Basis {
  /** The ranking model: what users choose who choose alike. */
  BEHAVIOUR,
  /** Its content is like that of a title the user liked. */
  CONTENT,
  /** Popular, of a favourite genre and made in the user's region. */
  GENRE_AND_REGION,
  /** Popular and of a favourite genre. */
  GENRE,
  /** Popular and made in the user's region. */
  REGION,
  /** Popular among the users of the source. */
  SOURCE,
  /** Popular among all users, or the most voted-for of what nobody rated. */
  ALL;

  /** As in {@code gold.recommendation}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether the title was chosen for this user and no other. */
  public boolean isPersonal() {
    return this == BEHAVIOUR || this == CONTENT;
  }
}
