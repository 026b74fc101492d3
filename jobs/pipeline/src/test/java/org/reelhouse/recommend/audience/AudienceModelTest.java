package org.reelhouse.recommend.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.reference.Kind;
import org.reelhouse.testing.TestSettings;

class AudienceModelTest {
  private static final RecommendSettings SETTINGS =
      TestSettings.shipped().of(RecommendSettings.class);

  /** Points around the axes, the axis of a point being its place modulo the number of axes. */
  private static float[][] around(int axes, int points) {
    Random random = new Random(3);
    float[][] around = new float[points][];
    for (int place = 0; place < points; place++) {
      float[] values = new float[axes];
      for (int i = 0; i < axes; i++) {
        values[i] = (i == place % axes ? 1 : 0) + 0.05f * (float) random.nextGaussian();
      }
      around[place] = AudienceModel.unit(new Vector(values));
    }
    return around;
  }

  @Test
  void findsAsManyAudiencesAsThereAreTastes() {
    float[][] points = around(6, 600);

    AudienceModel model = AudienceModel.fit(points, SETTINGS);

    assertThat(model.count()).isEqualTo(6);
    assertThat(model.nearest(points[0])).isEqualTo(model.nearest(points[6]));
    assertThat(model.nearest(points[0])).isNotEqualTo(model.nearest(points[1]));
    assertThat(model.silhouette(0)).isGreaterThan(0.8);
  }

  @Test
  void gathersFewUsersInOneAudience() {
    assertThat(AudienceModel.fit(around(3, 10), SETTINGS).count()).isEqualTo(1);
    assertThat(AudienceModel.fit(new float[0][], SETTINGS).count()).isEqualTo(1);
  }

  @Test
  void namesAreUniqueAndSayWhatIsDistinctive() {
    AudienceNames names = new AudienceNames(Set.of("New viewers"));
    List<String> genres = List.of("Horror", "Thriller");

    assertThat(names.name(genres, List.of(Kind.MOVIE), List.of(1980), List.of()))
        .isEqualTo("Horror and Thriller films of the 1980s");
    assertThat(names.name(genres, List.of(Kind.MOVIE), List.of(1980), List.of("Heat")))
        .isEqualTo("Horror films of the 1980s, such as Heat");
    assertThat(names.name(genres, List.of(), List.of(), List.of()))
        .isEqualTo("Horror and Thriller");
  }

  @Test
  void anAudienceKeepsItsIdWhereAThirdOfTheUsersIsTheSame() {
    AudienceLineage lineage =
        new AudienceLineage(
            Map.of("auA", 100L, "auB", 100L),
            Map.of(0, Map.of("auA", 20L, "auB", 70L), 1, Map.of("auA", 30L)));

    assertThat(lineage.ids(List.of(100L, 100L))).isEqualTo(Map.of(0, "auB"));
  }
}
