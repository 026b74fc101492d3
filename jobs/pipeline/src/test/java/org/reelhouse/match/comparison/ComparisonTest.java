package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.match.comparison.Profiles.film;

import org.junit.jupiter.api.Test;
import org.reelhouse.reference.Kind;

final class ComparisonTest {
  private static final double THRESHOLD = 0.8;

  @Test
  void takesEqualTitlesOfOneYearForOneWork() {
    Comparison comparison =
        compare(film("a:1", "Silent Valley Road", 2015), film("b:1", "Silent Valley Road", 2015));

    assertThat(comparison.probability()).isGreaterThan(THRESHOLD);
    assertThat(comparison.reasons()).contains("year equal", "both movie");
  }

  @Test
  void takesAFilmForASeriesOnlyWhereTheTitleTells() {
    Profiles film = film("a:1", "Home", 2015);
    Profiles inParts = film("a:1", "How Green Was My Valley", 1975);

    assertThat(compare(film, film("b:1", "Home", 2015).kind(Kind.SERIES)).probability())
        .isLessThan(0.75);
    assertThat(
            compare(inParts, film("b:1", "How Green Was My Valley", 1975).kind(Kind.SERIES))
                .probability())
        .isGreaterThan(THRESHOLD);
  }

  @Test
  void knowsAnEpisodeByItsSeasonAndNumber() {
    Profiles episode = film("a:1", "The Robber", 1958).episode(1, 20);

    assertThat(compare(episode, film("b:1", "The Robber", 1958).episode(1, 20)).probability())
        .isGreaterThan(0.99);
    assertThat(compare(episode, film("b:1", "The Robber", 1958).episode(1, 21)).probability())
        .isLessThan(0.5);
    assertThat(compare(episode, film("b:1", "Robber", 1958).episode(1, 20)).reasons())
        .contains("both season 1 episode 20");
  }

  @Test
  void takesATitleThatIsOnlyANumberForNoEvidence() {
    Profiles generic = film("a:1", "Episode #4.5", 2003).episode(4, 5);
    Profiles other = film("b:1", "Episode 5", 2003).episode(4, 5);

    assertThat(compare(generic, other).probability()).isLessThan(0.75);
    assertThat(compare(generic.of("Wild Valley"), other.of("The Wild Valley")).probability())
        .isGreaterThan(THRESHOLD);
    assertThat(compare(generic.of("Wild Valley"), other.of("Deep Ocean")).probability())
        .isLessThan(0.1);
  }

  @Test
  void takesAKindThatIsNotKnownAsNeutral() {
    Profiles known = film("a:1", "Silent Valley Road", 2015);
    Comparison comparison =
        compare(known, film("b:1", "Silent Valley Road", 2015).kind(Kind.UNKNOWN));

    assertThat(comparison.probability()).isGreaterThan(THRESHOLD);
    assertThat(comparison.reasons()).noneMatch(reason -> reason.contains("unknown"));
  }

  @Test
  void needsMoreEvidenceForAShortTitle() {
    double brief = compare(film("a:1", "Host", 2006), film("b:1", "Host", 2006)).score();
    double rare =
        compare(film("a:1", "Koyaanisqatsi", 2006), film("b:1", "Koyaanisqatsi", 2006)).score();

    assertThat(rare).isGreaterThan(brief + 1);
  }

  @Test
  void takesNoFilmForItsSequel() {
    Profiles first = film("a:1", "Silent Valley Road 2", 2015).by("jo may");
    Profiles second = film("b:1", "Silent Valley Road III", 2015).by("jo may");

    assertThat(compare(first, second).probability()).isLessThan(0.01);
  }

  @Test
  void needsMoreEvidenceForATitleOfManyWorks() {
    Profile left = film("a:1", "Home", 2015).profile();
    Profile right = film("b:1", "Home", 2015).profile();

    assertThat(Comparison.of(left, right, 1).probability()).isGreaterThan(THRESHOLD);
    assertThat(Comparison.of(left, right, 9).probability()).isLessThan(THRESHOLD);
  }

  @Test
  void forgivesAMisspeltTitleWhereTheDirectorIsTheSame() {
    Profiles left = film("a:1", "Silent Valley Road", 2015).by("jo may");
    Profiles right = film("b:1", "Silent Valey Road", 2015).by("jo may");

    assertThat(compare(left, right).probability()).isGreaterThan(THRESHOLD);
  }

  @Test
  void trustsASharedIdOverTitleAndYear() {
    Profiles left = film("a:1", "Der Himmel", 2001).ids("imdb=tt1");
    Profiles right = film("b:1", "Heaven", 2002).ids("imdb=tt1");

    assertThat(compare(left, right).probability()).isGreaterThan(THRESHOLD);
    assertThat(compare(left, right).linked()).isTrue();
  }

  @Test
  void doesNotTrustASharedIdWhereAnotherDiffersAndNothingElseAgrees() {
    Profiles left = film("a:1", "Der Himmel", 1965).ids("imdb=tt1", "tmdb=5");
    Profiles right = film("b:1", "Ocean Tales", 2002).ids("imdb=tt2", "tmdb=5");

    assertThat(compare(left, right).probability()).isLessThan(0.1);
  }

  @Test
  void treatsAMissingYearAsNeutral() {
    Profiles known = film("a:1", "Silent Valley Road", 2015);
    Profiles unknown = film("b:1", "Silent Valley Road", null);
    Profiles other = film("b:1", "Silent Valley Road", 1990);

    assertThat(compare(known, unknown).score()).isGreaterThan(compare(known, other).score());
    assertThat(compare(known, unknown).score()).isLessThan(compare(known, known).score());
  }

  @Test
  void needsLessEvidenceBetweenListsOfMembers() {
    Profile left = film("a:1", "Dreams", null).members(314L);
    Profile right = film("b:1", "Dreams", 2011).members(651L);
    Profile other = film("b:1", "Dreams!", 2011).members(651L);

    assertThat(Comparison.of(left, right, 1).score())
        .isGreaterThan(Comparison.of(left, other, 1).score() + 2);
    assertThat(Comparison.of(left, right, 1).reasons())
        .contains("one spelling in two lists of members");
  }

  @Test
  void tellsTwoFilmsOfADirectorAndYearApart() {
    Profiles left = film("a:1", "Survive the Night", 2020).by("jo may");

    assertThat(compare(left, film("b:1", "Hard Kill", 2020).by("jo may")).probability())
        .isLessThan(0.01);
  }

  @Test
  void isSymmetric() {
    Profiles left = film("a:1", "Silent Valley Road", 2015).by("jo may");
    Profiles right = film("b:1", "The Silent Valley", 2016).by("ann lee").kind(Kind.SPECIAL);

    assertThat(compare(left, right).score()).isEqualTo(compare(right, left).score());
  }

  private static Comparison compare(Profiles left, Profiles right) {
    return Comparison.of(left.profile(), right.profile(), 1);
  }
}
