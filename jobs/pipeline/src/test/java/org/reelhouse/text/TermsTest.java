package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {
  @Test
  void readsLemmasAndPairsOfNeighbours() {
    assertThat(Terms.of("Detectives hunted serial killers"))
        .containsSubsequence("detective", "hunt", "serial", "killer")
        .contains("serial killer");
  }

  @Test
  void reducesWhatKStemWouldLeaveOrTakeForAnotherWord() {
    assertThat(Terms.of("Two women of special powers are singing to friends"))
        .contains("woman", "power", "sing", "friend")
        .doesNotContain("women", "powers", "singe", "friends");
  }

  @Test
  void reducesWordsToWordsOfTheirOwnMeaning() {
    assertThat(Terms.of("Singers and heroines led wolves, elves and snipers out of racism"))
        .contains("singer", "heroine", "wolf", "elf", "sniper", "racism")
        .doesNotContain("singe", "heroin", "wolve", "elves", "snipe", "rac", "led");
  }

  @Test
  void knowsStopWordsWithEitherApostrophe() {
    assertThat(Terms.of("They’re ghosts and they're alone"))
        .containsExactlyInAnyOrder("ghost", "alone");
  }

  @Test
  void leavesOutStopWordsAndDoesNotPairAcrossThem() {
    assertThat(Terms.of("A ghost of the castle")).containsExactly("ghost", "castle");
  }

  @Test
  void leavesOutProperNamesWithinASentence() {
    assertThat(Terms.of("A robot betrays Marlowe's fleet. Pirates attack."))
        .contains("robot", "pirate")
        .noneMatch(term -> term.contains("marlowe"));
  }

  @Test
  void stripsMarkupEntitiesAndBoilerplate() {
    assertThat(Terms.clean("A <i>cat</i> &amp; a dog. (Source: ANN) [Written by MAL Rewrite]"))
        .isEqualTo("A  cat  & a dog.");
  }

  @Test
  void findsNothingInABlankText() {
    assertThat(Terms.of("  12 34 ")).isEmpty();
  }

  @Test
  void leavesOutTheFunctionWordsOfOtherLanguages() {
    assertThat(Terms.of("Una joven que vive con su madre en los suburbios de la ciudad"))
        .contains("madre", "ciudad")
        .doesNotContain("una", "que", "los");
  }

  @Test
  void takesGermanNounsForWords() {
    assertThat(Terms.of("Ein Mann, der mit seiner Tochter in das Dorf kommt und nicht bleibt."))
        .contains("tochter", "dorf");
  }
}
