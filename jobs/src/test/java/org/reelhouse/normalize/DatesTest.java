package org.reelhouse.normalize;

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
