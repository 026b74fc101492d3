package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us                       | US
          USA                      | US
          United States of America | US
          united states            | US
          Great Britain            | GB
          uk                       | GB
          South Korea              | KR
          Hong Kong                | HK
          Hong Kong SAR China      | HK
          Czech Republic           | CZ
          Czechia                  | CZ
          Czechoslovakia           | CZ
          West Germany             | DE
          East Germany             | DE
          Soviet Union             | RU
          Yugoslavia               | RS
          Côte d'Ivoire            | CI
          Ivory Coast              | CI
          Palestine                | PS
          Kosovo                   | XK
          Vatican City             | VA
          Bahamas                  | BS
          Trinidad and Tobago      | TT
          Macedonia                | MK
          Congo                    | CG
          Bosnia and Herzegovina   | BA
          Türkiye                  | TR
          French Polynesia         | PF
          España                   | ES
          日本                      | JP
          Deutschland              | DE
          Vereinigte Staaten       | US
          États-Unis               | US
          Reino Unido              | GB
          アメリカ合衆国             | US
          Magyarország             | HU
          U.S.S.R.                 | RU
          Korea (South)            | KR
          Taiwan (ROC)             | TW
          Československo           | CZ
          deu                      | DE
          """)
  void readsCodesAndNamesOfTodayAndOfFormerTimes(String label, String code) {
    assertThat(Countries.code(label)).isEqualTo(code);
  }

  @Test
  void knowsNoCountryWhereThereIsNone() {
    List<String> labels = List.of("", "  ", "Atlantis", "1", "None");

    Stream<String> codes = labels.stream().map(Countries::code);

    assertThat(codes).containsOnlyNulls();
    assertThat(Countries.code(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          France, South Korea            > [FR, KR] > []
          , France, South Korea,         > [FR, KR] > []
          US|Canada                      > [US, CA] > []
          US / UK                        > [US, GB] > []
          USA; West Germany              > [US, DE] > []
          France and Belgium             > [FR, BE] > []
          España y Francia               > [ES, FR] > []
          Bosnia and Herzegovina, Serbia > [BA, RS] > []
          Korea, Republic of, Japan      > [KR, JP] > []
          Japan, Atlantis                > [JP] > [Atlantis]
          France and Atlantis            > [FR] > [Atlantis]
          """)
  void readsSeveralNamesOfOneCell(String cell, String codes, String unknown) {
    Codes read = Countries.codes(cell);

    assertThat(read.codes()).hasToString(codes);
    assertThat(read.unknown()).hasToString(unknown);
  }

  @Test
  void namesEveryCountryAndPutsItIntoOneRegion() {
    assertThat(Countries.codes()).hasSize(250);
    assertThat(Countries.codes()).allSatisfy(code -> assertThat(Countries.name(code)).isNotBlank());
    assertThat(Countries.codes())
        .allSatisfy(code -> assertThat(Countries.region(code)).isNotNull());
    assertThat(regionsDeclared()).doesNotHaveDuplicates().hasSize(250);
  }

  @Test
  void rollsCountriesUpIntoMarkets() {
    assertThat(Countries.region("BR")).isEqualTo("Latin America");
    assertThat(Countries.region("NO")).isEqualTo("Nordics");
    assertThat(Countries.region("ZZ")).isNull();
  }

  @Test
  void readsBackItsOwnNames() {
    assertThat(Countries.codes())
        .allSatisfy(code -> assertThat(Countries.code(Countries.name(code))).isEqualTo(code));
  }

  private static List<String> regionsDeclared() {
    return ReferenceFile.load("conf/countries.yaml", Countries.Declaration.class)
        .regions()
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
