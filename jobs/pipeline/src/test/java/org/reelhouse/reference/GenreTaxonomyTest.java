package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelhouse.PipelineException;

class GenreTaxonomyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {genres: {A: {aliases: [X]}, B: {aliases: [x]}}, several: {}, none: []} | the label "x" stands under A and B
          {genres: {A: {}}, several: {}, none: [a]}                               | the label "a" stands under A and none
          {genres: {A: {parent: B}}, several: {}, none: []}                       | B is the parent of A but no genre
          {genres: {A: {parent: B}, B: {parent: C}, C: {}}, several: {}, none: []}| B is the parent of A but has a parent itself
          {genres: {A: {}}, several: {A-B: [A, B]}, none: []}                     | B is "A-B" under several but no genre
          {genres: {A: {}}, languages: {de: {a: [B]}}, several: {}, none: []}     | B is "a" under de but no genre
          {genres: {A: {}, B: {}}, languages: {de: {a: [B]}}, several: {}, none: []} | the label "a" stands under A and de
          {genres: {A: {parents: B}}, several: {}, none: []}                      | line 1: Unrecognized field "parents"
          {genres: {A: {}, A: {}}, several: {}, none: []}                         | Duplicate field 'A'
          """)
  void refusesADeclarationThatContradictsItself(String yaml, String problem) {
    assertThatThrownBy(
            () ->
                GenreTaxonomy.of(
                    "genres.yaml",
                    ReferenceFile.parse("genres.yaml", yaml, GenreTaxonomy.Declaration.class)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("genres.yaml")
        .hasMessageContaining(problem);
  }
}
