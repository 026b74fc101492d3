package org.reelhouse.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelhouse.reference.Kind;

class KindColumnsTest {

  static List<Table> tablesOfTitles() {
    return Tables.all().stream()
        .filter(table -> List.of(table.schema().fieldNames()).contains("kind"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tablesOfTitles")
  void theCommentNamesEveryKindThatATitleCanBe(Table table) {
    String comment = table.schema().apply("kind").getComment().get();

    assertThat(comment.split(", | or ")).containsExactlyElementsOf(Kind.ofTitles());
  }

  @Test
  void theConstraintIsThatOfTheLakesThatAreThere() {
    assertThat(List.of(Silver.SOURCE_TITLE, Gold.DIM_TITLE))
        .extracting(table -> table.checks().get("kind_known"))
        .containsOnly("kind IN ('movie','series','special','ova','ona','music','short')");
  }
}
