package org.reelhouse.samples.world;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.reelhouse.samples.world.Traits.Lineage;

/** All works of a seed. Holds nothing but numbers: a work is made again wherever it is needed. */
public final class World implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Works of which those that Jikan lists aired in the same season and share a file. */
  public static final int SEASON = 150;

  private static final int LAST_YEAR = 2025;
  private static final int REACH = 40;

  final long seed;
  public final long titles;
  public final Identifiers ids;
  private final Shuffle fame;

  public World(long seed, long titles) {
    this.seed = seed;
    this.titles = titles;
    this.ids = new Identifiers(seed, titles);
    this.fame = new Shuffle(titles, Chance.of(seed, "fame", 0).next());
  }

  /** A chance that belongs to one purpose and one index. */
  public Chance chance(String purpose, long index) {
    return Chance.of(seed, purpose, index);
  }

  /** The index of the work with this place among the most famous, from 0. */
  public long famous(long place) {
    return fame.at(place);
  }

  public Kind kind(long index) {
    return Kind.draw(chance("kind", index));
  }

  public Traits traits(long index) {
    Kind kind = kind(index);
    long root = kind == Kind.MUSIC ? index : root(index, kind);
    LocalDate first = firstRelease(root);
    Lineage lineage = root == index ? Lineage.ORIGINAL : lineage(index, first);
    Chance chance = chance("traits", index);
    double quality = chance.gaussian();
    double residual = -StrictMath.log((fame.place(index) + 0.5) / titles) - 1;
    Lexicon.Theme theme = chance("theme", root).one(Lexicon.WORDS.themes());
    return new Traits(
        index,
        root,
        kind,
        lineage,
        theme,
        genres(theme, root),
        release(lineage, first, chance),
        quality,
        residual,
        sources(index, kind, lineage));
  }

  private boolean derived(long index) {
    return chance("lineage", index).happens(0.10);
  }

  private long root(long index, Kind kind) {
    if (derived(index)) {
      for (long earlier = index - 1; earlier >= Math.max(0, index - REACH); earlier--) {
        Kind other = kind(earlier);
        boolean related = other == kind || (other.anime && kind.anime && other != Kind.MUSIC);
        if (related && !derived(earlier)) {
          return earlier;
        }
      }
    }
    return index;
  }

  private Lineage lineage(long index, LocalDate first) {
    boolean remake = chance("remake", index).happens(0.3) && first.getYear() <= LAST_YEAR - 25;
    return remake ? Lineage.REMAKE : Lineage.SEQUEL;
  }

  private static LocalDate release(Lineage lineage, LocalDate first, Chance chance) {
    return switch (lineage) {
      case ORIGINAL -> first;
      case SEQUEL -> atMostLast(first.plusDays(chance.between(300, 2200)));
      case REMAKE -> first.plusDays(chance.between(15 * 365, 24 * 365));
    };
  }

  private static LocalDate atMostLast(LocalDate date) {
    return date.getYear() > LAST_YEAR ? LocalDate.of(LAST_YEAR, 11, 5) : date;
  }

  private LocalDate firstRelease(long index) {
    Kind kind = kind(index);
    if (kind.anime && drawn(index, kind).contains(Source.JIKAN)) {
      return season(index / SEASON).plusDays(chance("day", index).below(20));
    }
    Chance chance = chance("date", index);
    double halfLife = kind == Kind.FILM ? 17 : kind == Kind.SERIES ? 8 : 12;
    int age = (int) Math.min(85, -StrictMath.log(1 - chance.unit()) * halfLife);
    int month = kind.anime ? 1 + 3 * chance.below(4) : chance.between(1, 12);
    return LocalDate.of(LAST_YEAR - age, month, chance.between(1, 28));
  }

  /** The first day of the season that a block of works aired in. */
  public LocalDate season(long block) {
    Chance chance = chance("season", block);
    return LocalDate.of(chance.between(2006, 2024), 1 + 3 * chance.below(4), 1);
  }

  private List<Genre> genres(Lexicon.Theme theme, long root) {
    Chance chance = chance("genres", root);
    List<Genre> genres = new ArrayList<>();
    for (Genre genre : theme.genres()) {
      if (chance.happens(genres.isEmpty() ? 0.85 : 0.5)) {
        genres.add(genre);
      }
    }
    Genre other = chance.one(List.of(Genre.values()));
    if (genres.isEmpty() || (chance.happens(0.08) && !genres.contains(other))) {
      genres.add(other);
    }
    return List.copyOf(genres);
  }

  private Set<Source> sources(long index, Kind kind, Lineage lineage) {
    EnumSet<Source> sources = drawn(index, kind);
    // A season's file holds what aired in it; the date of a sequel follows from the first part.
    if (lineage != Lineage.ORIGINAL) {
      sources.remove(Source.JIKAN);
    }
    // Synopses complete a list and the ratings' titles are a part of it.
    if (!sources.contains(Source.MAL)) {
      sources.remove(Source.SYNOPSIS);
      sources.remove(Source.MAL_RATINGS);
    }
    if (sources.isEmpty()) {
      sources.add(Source.atLeast(kind));
    }
    return sources;
  }

  private EnumSet<Source> drawn(long index, Kind kind) {
    Chance chance = chance("sources", index);
    EnumSet<Source> sources = EnumSet.noneOf(Source.class);
    for (Source source : Source.values()) {
      if (chance.happens(source.share(kind))) {
        sources.add(source);
      }
    }
    return sources;
  }
}
