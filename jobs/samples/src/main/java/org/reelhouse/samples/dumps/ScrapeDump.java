package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Lexicon;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Spelling;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.World;

/** A scraped list of anime without identifiers, with doubled words and dates of many shapes. */
public final class ScrapeDump {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d-MMM-yy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH);
  private static final List<String> ORIGINS =
      List.of(
          "Original",
          "Original",
          "Manga",
          "Manga",
          "Light novel",
          "Game",
          "Visual novel",
          "Unknown");
  private static final List<String> AGES =
      List.of(
          "PG-13 - Teens 13 or older",
          "PG-13 - Teens 13 or older",
          "G - All Ages",
          "PG - Children",
          "R - 17+ (violence & profanity)",
          "None");

  private ScrapeDump() {}

  public static Dump dump() {
    return new Dump(
        "mal/AnimeList_ranked_scrape.csv.gz",
        "Ranking,Title,Type,Japanese,Aired,Episodes,Duration,Score,Source,Genres,Themes,Licensors,"
            + "Producers,Rating,Status,Studios,Members",
        ScrapeDump::row);
  }

  private static void row(World world, Traits traits, Lines lines) throws IOException {
    if (traits.index() % 439 == 101) {
      lines.csv(world.titles + traits.index(), "Torn", "TV", "", "2011");
    }
    if (!traits.in(Source.MAL_SCRAPE)) {
      return;
    }
    Work work = Work.of(world, traits);
    Chance chance = world.chance("scrape", traits.index());
    lines.csv(
        world.ids.row(Source.MAL_SCRAPE, traits.index()),
        title(world, work),
        traits.kind().mal,
        work.titles().original(),
        Aired.of(world, work).text(),
        chance.happens(0.01) ? "Unknown" : work.episodes(),
        duration(work, chance),
        chance.happens(0.09) ? "N/A" : TmdbDumps.decimals(work.score(), 2),
        chance.one(ORIGINS),
        doubled(genres(traits)),
        theme(traits, chance),
        chance.happens(0.7) ? "add some" : "Sample Licensing",
        chance.happens(0.4) ? "None found,add some" : "Sample Committee,Blue Harbour Music",
        chance.one(AGES),
        "Finished Airing",
        chance.happens(0.2) ? "add some" : chance.one(Lexicon.WORDS.studios()),
        String.format(Locale.ROOT, "%,d", work.members()));
  }

  /**
   * Names a row by what it says, as the list has no identifiers and the normaliser names it so: the
   * first 16 hexadecimal digits of the SHA-256 of title, type, Japanese title and first day.
   */
  static String identity(World world, Work work) {
    String text =
        String.join(
            "\u001f",
            title(world, work).replaceAll(" +", " "),
            work.traits().kind().mal.toLowerCase(Locale.ROOT),
            work.titles().original(),
            Aired.of(world, work).start());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String title(World world, Work work) {
    return Spelling.of(work.titles().main(), world.chance("scrape title", work.index())).strip();
  }

  /**
   * When an anime was aired.
   *
   * @param text as the list writes it
   * @param start the first day, or the year if no more can be read from it, in ISO 8601
   */
  private record Aired(String text, String start) {

    static Aired of(World world, Work work) {
      Chance chance = world.chance("aired", work.index());
      LocalDate first = work.release();
      double unit = chance.unit();
      if (unit < 0.003) {
        return new Aired("Not available", "");
      }
      if (unit < 0.08) {
        boolean yearOnly = unit < 0.07;
        String text = yearOnly ? String.valueOf(first.getYear()) : first.format(MONTH);
        return new Aired(text, String.valueOf(first.getYear()));
      }
      if (work.episodes() == 1) {
        return new Aired(first.format(SHORT), first.toString());
      }
      String end = unit < 0.10 ? "?" : first.plusWeeks(work.episodes()).format(LONG);
      return new Aired(first.format(LONG) + " to " + end, first.toString());
    }
  }

  private static String duration(Work work, Chance chance) {
    if (chance.happens(0.004)) {
      return "Unknown";
    }
    if (work.runtime() >= 60) {
      return work.runtime() / 60 + " hr. " + work.runtime() % 60 + " min.";
    }
    return work.runtime() + (work.episodes() > 1 ? " min. per ep." : " min.");
  }

  private static SortedSet<String> genres(Traits traits) {
    return traits.genres().stream()
        .map(genre -> genre.mal)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String theme(Traits traits, Chance chance) {
    @Nullable String theme = MalDumps.theme(traits.theme());
    return theme == null || chance.happens(0.2) ? "None" : theme + theme;
  }

  private static String doubled(SortedSet<String> words) {
    return words.stream().map(word -> word + word).collect(Collectors.joining(","));
  }
}
