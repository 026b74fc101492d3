package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.junit.jupiter.api.Test;

class TokenTest {
  @Test
  void knowsWhereWordsStandAndWhereTheAnalyzerLeftSomeOut() {
    assertThat(Token.all(new EnglishAnalyzer(), "Ghosts haunt the castle"))
        .containsExactly(
            new Token("ghost", 0, false),
            new Token("haunt", 7, false),
            new Token("castl", 17, true));
  }

  @Test
  void readsOneTextAfterAnother() {
    EnglishAnalyzer analyzer = new EnglishAnalyzer();

    assertThat(Token.all(analyzer, "")).isEmpty();
    assertThat(Token.all(analyzer, "a castle")).hasSize(1);
    assertThat(Token.all(analyzer, "castle")).containsExactly(new Token("castl", 0, false));
  }
}
