package org.reelhouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.cli.options.Sections;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.testing.TestSettings;
import org.reelhouse.themes.ThemesSettings;

class ProfilesTest {

  private static Settings profile(String name) {
    return Sections.reader()
        .read(
            List.of(
                TestSettings.document("reference"),
                TestSettings.document("sources"),
                TestSettings.document("profiles/" + name)),
            Map.of());
  }

  @Test
  void theReferenceLeavesToSparkWhatDependsOnTheMachine() {
    assertThat(TestSettings.reference().spark().keySet())
        .containsExactlyInAnyOrder(
            "spark.sql.codegen.cache.maxEntries",
            "spark.sql.artifact.isolation.enabled",
            "spark.sql.session.timeZone",
            "spark.reelhouse.rememberMissingClasses");
  }

  @Test
  void theLaptopAlonePlansForTwoCoresAndHasADiskOfItsOwn() {
    assertThat(profile("laptop").spark())
        .containsEntry("spark.sql.adaptive.enabled", "false")
        .containsEntry("spark.sql.shuffle.partitions", "2")
        .containsEntry("spark.reelhouse.rememberMissingClasses", "true")
        .containsKeys("spark.hadoop.fs.file.impl", "spark.sql.optimizer.excludedRules");
    assertThat(profile("cluster").spark())
        .containsEntry("spark.reelhouse.rememberMissingClasses", "false")
        .doesNotContainKeys(
            "spark.sql.adaptive.enabled",
            "spark.hadoop.fs.file.impl",
            "spark.hadoop.fs.AbstractFileSystem.file.impl",
            "spark.sql.optimizer.excludedRules");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spark.hadoop.fs.file.impl", "spark.hadoop.fs.AbstractFileSystem.file.impl"})
  void aClassThatTheLaptopNamesIsThere(String key) throws ClassNotFoundException {
    assertThat(Class.forName(profile("laptop").spark().get(key))).isNotNull();
  }

  @Test
  void modelsOfTheReferenceAreFittedByMoreThanTheCoresOfOneMachine() {
    Settings reference = TestSettings.reference();

    assertThat(reference.of(RecommendSettings.class).partitions()).isEqualTo(64);
    assertThat(reference.of(PopularitySettings.class).partitions()).isEqualTo(16);
    assertThat(reference.of(ThemesSettings.class).partitions()).isEqualTo(16);
    assertThat(profile("laptop").of(RecommendSettings.class).partitions()).isEqualTo(2);
  }
}
