package org.reelhouse.normalize.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2009-12-10                     | 2009-12-10
          ' September 25, 2021'          | 2021-09-25
          Sept 5, 2021                   | 2021-09-05
          Apr 5, 2009 to Jul 4, 2010     | 2009-04-05
          Apr 5, 2009 to ?               | 2009-04-05
          23-May-18                      | 2018-05-23
          23-May-65                      | 1965-05-23
          1-Jan-30                       | 1930-01-01
          31-Dec-29                      | 2029-12-31
          7 March 1999                   | 1999-03-07
          2023-09-29T00:00:00+00:00      | 2023-09-29
          2023-09-29 12:30:00            | 2023-09-29
          12/31/1999                     | 1999-12-31
          3/4/2021                       | 2021-03-04
          25/09/2021                     | 2021-09-25
          25.9.2021                      | 2021-09-25
          25-09-2021                     | 2021-09-25
          2021/09/25                     | 2021-09-25
          2021.9.25                      | 2021-09-25
          20210925                       | 2021-09-25
          25 Sept. 2021                  | 2021-09-25
          25th of September, 2021        | 2021-09-25
          Sat, 25 Sep 2021 00:00:00 GMT  | 2021-09-25
          25 September 2021 (USA)        | 2021-09-25
          25. September 2021             | 2021-09-25
          25 de septiembre de 2021       | 2021-09-25
          25 septembre 2021              | 2021-09-25
          1er août 1999                  | 1999-08-01
          25 set 2021                    | 2021-09-25
          2021年9月25日                   | 2021-09-25
          Apr 5, 2009 – Jul 4, 2010      | 2009-04-05
          2009-04-05 - 2010-07-04        | 2009-04-05
          """)
  void readsDays(String text, LocalDate day) {
    assertThat(Dates.parse(text)).isEqualTo(PartialDate.of(day));
    assertThat(Dates.day(text)).isEqualTo(day);
    assertThat(Dates.year(text)).isEqualTo(day.getYear());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apr 2009             | 2009
          Apr 2009 to Jul 2010 | 2009
          Apr-09               | 2009
          Apr-61               | 1961
          2009                 | 2009
          2009.0               | 2009
          2009-04              | 2009
          1983 to ?            | 1983
          1983–1985            | 1983
          1983-1985            | 1983
          1983-                | 1983
          Fall 2019            | 2019
          2019 Winter          | 2019
          late 2019            | 2019
          Q3 2019              | 2019
          2019-??-??           | 2019
          2019-04-??           | 2019
          2019-00-00           | 2019
          2019-04-00           | 2019
          2019年4月             | 2019
          septiembre de 2019   | 2019
          c. 1999              | 1999
          ~1999                | 1999
          """)
  void knowsTheYearWhereTheDayIsNotSaid(String text, int year) {
    assertThat(Dates.parse(text)).isEqualTo(PartialDate.of(year));
    assertThat(Dates.day(text)).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "?",
        "? to 2010",
        "Not available",
        "0000-00-00",
        "9999-99-99",
        "9999-12-31",
        "1500-01-01",
        "2021-02-30",
        "20210230",
        "13/13/2021",
        "2019-13-00",
        "1990s",
        "Jui 5, 2009",
        "Foo 5, 2009",
        "Foo 2009",
        "31 February 2009",
        "0",
        "12",
        "12345"
      })
  void findsNothingInWhatIsNoDate(String text) {
    assertThat(Dates.parse(text)).isNull();
  }
}
