package org.reelhouse.match.comparison;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reelhouse.reference.Kind;

/** Profiles for tests, by what matters. */
public record Profiles(
    String reference,
    Kind kind,
    String title,
    @Nullable Integer year,
    List<String> directors,
    List<String> ids,
    @Nullable Integer season,
    @Nullable Integer number,
    @Nullable String series) {

  public static Profiles film(String reference, String title, @Nullable Integer year) {
    return new Profiles(reference, Kind.MOVIE, title, year, List.of(), List.of(), null, null, null);
  }

  public Profiles kind(Kind other) {
    return new Profiles(reference, other, title, year, directors, ids, season, number, series);
  }

  public Profiles by(String director) {
    return new Profiles(
        reference, kind, title, year, List.of(director), ids, season, number, series);
  }

  public Profiles ids(String... values) {
    return new Profiles(
        reference, kind, title, year, directors, List.of(values), season, number, series);
  }

  Profiles episode(int ofSeason, int ownNumber) {
    return new Profiles(
        reference, Kind.EPISODE, title, year, directors, ids, ofSeason, ownNumber, series);
  }

  Profiles of(String ofSeries) {
    return new Profiles(reference, kind, title, year, directors, ids, season, number, ofSeries);
  }

  public Profile profile() {
    return members(null);
  }

  /** The profile with that many users who list it. */
  Profile members(@Nullable Long members) {
    return audience(members, null);
  }

  /** The profile with that many users who list it, and the mean of their scores. */
  public Profile audience(@Nullable Long members, @Nullable Double score) {
    return new Profile(
        reference,
        kind,
        Fingerprints.of(title.toLowerCase(Locale.ROOT)),
        Profile.keys(List.of(title)),
        year,
        null,
        null,
        season,
        number,
        series == null ? null : TitleKey.of(series),
        score,
        members,
        null,
        Fingerprints.NONE,
        Fingerprints.NONE,
        directors,
        Fingerprints.NONE,
        Fingerprints.NONE,
        ids);
  }

  /** The profile with an overview. */
  Profile overview(String overview) {
    Profile plain = profile();
    return new Profile(
        reference,
        kind,
        plain.spelling(),
        plain.titles(),
        year,
        null,
        null,
        season,
        number,
        plain.series(),
        null,
        null,
        null,
        Fingerprints.NONE,
        Fingerprints.NONE,
        directors,
        Fingerprints.NONE,
        OverviewEvidence.words(overview),
        ids);
  }
}
