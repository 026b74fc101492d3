package org.reelhouse.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;

/** Words that say nothing of a story. */
final class EnglishWords {
  /** English function words, and what every synopsis says whatever the story is. */
  static final CharArraySet STOP_WORDS =
      words(
          """
          a about above across after again against all almost along already also although always am
          among an and another any anyone anything are aren't around as at away back be became
          because become becomes been before began begin beginning begins behind being below between
          both but by came can can't cannot come comes coming could couldn't day days did didn't do
          does doesn't doing don't done down during each either else end ends enough especially etc
          even eventually ever every everyone everything few finally find finding finds first five
          for forced forces former found four from full further gave get gets getting give given
          gives giving go goes going gone good got great had hadn't has hasn't have haven't having
          he he'd he'll he's help helped helping helps her here hers herself him himself his how
          however i i'd i'll i'm i've if in including instead into is isn't it it's its itself
          join joined joins just keep keeping keeps knew know known knows last later lead leading
          leads learn learned learning learns least leave leaves leaving left less let let's like
          little live lives living long longer look looking looks lot made main make makes making
          man many may maybe me meanwhile meet meeting meets met might mine more most mostly much
          must my myself name named near nearly need needed needing needs never new next no nobody
          none nor not nothing now of off often old on once one ones only onto or other others our
          ours ourselves out over own people perhaps place put quickly quite rather really recently
          return returned returning returns right run same see seeing seek seeking seeks seem seemed
          seems seen set sets several shall she she'd she'll she's should shouldn't show shows since
          six so some someone something soon start started starting starts still such suddenly take
          taken takes taking tell telling tells ten than that that's the their theirs them
          themselves then there there's these they they'd they'll they're they've thing things think
          third this those though three through throughout thus time times to together told too took
          toward towards tried tries try trying turn turned turning turns two under unless until
          unto up upon us use used uses using various very want wanted wanting wants was wasn't way
          we we'd we'll we're we've well went were weren't what what's when where whether which while
          who who's whole whom whose why will with within without won't work working works would
          wouldn't yet you you'd you'll you're you've young your yours yourself
          ago appear appeared appears ask asked asking asks believe believed believes bring bringing
          brings brought call called calling calls close continue continued continues continuing
          decide decided decides deciding despite different face faces faced facing happen happened
          happening happens include order part parts person personal present presents realize
          realized realizes simply sort true
          adaptation adapted additional anime animated arc based bonus box broadcast bundled cast
          centered chapter character characters chronicles collection comes compilation contains
          director documentary dvd episode episodes featured features featuring film films follow
          followed following follows focus focuses included includes installment life manga movie
          movies music original ova plot prequel produced recap release released remake season
          second sequel series short shorts side special specials spin-off spinoff starring stars
          story stories summary tale tales theatrical title titled television trailer tv version
          video volume world year years
          """);

  /**
   * Words that KStem leaves as they are, as its dictionary holds them, or reduces to another word,
   * each before the one it belongs to.
   */
  static final StemmerOverrideFilter.StemmerOverrideMap LEMMAS =
      lemmas(
          """
          abilities ability acts act arts art babysitting babysitting bestselling bestselling
          bonds bond books book boys boy businessmen businessman children child colors color
          comics comic crises crisis dishes dish docuseries docuseries dogs dog dwarves dwarf
          elves elf eyes eye falls fall feelings feeling feet foot fiance fiance
          filmmaking filmmaking foodies foodie friends friend games game geese goose gods god
          groundbreaking groundbreaking gunmen gunman halves half heroines heroine horrors horror
          kickboxing kickboxing kindhearted kindhearted knives knife ladies lady lands land
          led lead letters letter lighthearted lighthearted lights light lovers lover
          matchmaking matchmaking men man mice mouse moments moment nights night numbers number
          oases oasis personalities personality pieces piece policemen policeman powers power
          putting put queens queen races race racing race racism racism ruins ruin runs run
          selfies selfie shares share shelves shelf singer singer singers singer singing sing
          sniper sniper snipers sniper sparks spark spirits spirit sports sport
          storytelling storytelling superheroes superhero teens teen teeth tooth thieves thief
          trafficking trafficking travels travel unforgiving unforgiving unlikable unlikable
          unstoppable unstoppable unsuspecting unsuspecting unwilling unwilling vlogging vlog
          waters water werewolves werewolf wives wife wolves wolf women woman wonders wonder
          words word
          """);

  private EnglishWords() {}

  private static StemmerOverrideFilter.StemmerOverrideMap lemmas(String text) {
    StemmerOverrideFilter.Builder lemmas = new StemmerOverrideFilter.Builder();
    String[] words = text.strip().split("\\s+", -1);
    for (int word = 0; word < words.length; word += 2) {
      lemmas.add(words[word], words[word + 1]);
    }
    try {
      return lemmas.build();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static CharArraySet words(String text) {
    return CharArraySet.unmodifiableSet(
        new CharArraySet(Arrays.asList(text.strip().split("\\s+")), true));
  }
}
