package org.reelhouse.recommend.audience;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.reelhouse.PipelineException;
import org.reelhouse.clustering.Centres;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Description;
import org.reelhouse.models.Measure;
import org.reelhouse.models.Monitored;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.models.TrainedModel;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;

/**
 * The model of the audiences: centres among the factors of one version of the ranking model, so it
 * serves with that version alone.
 *
 * @param ranking the version whose users are gathered
 * @param sample users whose similarity is monitored, about
 */
public record AudienceTraining(
    Lake lake, RankingVersion ranking, RecommendSettings settings, int sample)
    implements TrainedModel<AudienceModel> {
  private static final String NAME = "audiences";
  private static final String RANKING_VERSION = "ranking-version";
  private static final String FILE = "audiences.json";
  private static final int LAYOUT = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The content of the file. */
  private record Saved(List<List<Double>> centres, List<Double> silhouettes, int users) {
    static Saved of(AudienceModel model) {
      return new Saved(
          Arrays.stream(model.centres().directions()).map(Saved::boxed).toList(),
          boxed(model.silhouettes()),
          model.users());
    }

    private static List<Double> boxed(double[] values) {
      return Arrays.stream(values).boxed().toList();
    }

    private static double[] unboxed(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    AudienceModel model() {
      Centres known = Centres.of(centres.stream().map(Saved::unboxed).toArray(double[][]::new));
      return new AudienceModel(known, unboxed(silhouettes), users);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<AudienceModel> fit() {
    float[][] points = Audiences.points(ranking.viewers(), settings);
    return points.length == 0 ? Optional.empty() : Optional.of(AudienceModel.fit(points, settings));
  }

  @Override
  public List<Measure> measure(AudienceModel fitted) {
    double[] silhouettes = fitted.silhouettes();
    return fitted.count() < 2
        ? List.of()
        : List.of(
            new Measure(
                NAME,
                "silhouette",
                "sample",
                silhouettes[fitted.count()],
                fitted.users(),
                Measure.ALL));
  }

  @Override
  public Description describe(AudienceModel fitted) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put(RANKING_VERSION, String.valueOf(ranking.version()));
    parameters.put("audiences", String.valueOf(fitted.count()));
    parameters.put("least", String.valueOf(settings.audiences().least()));
    parameters.put("most", String.valueOf(settings.audiences().most()));
    parameters.put("seed", String.valueOf(settings.seed()));
    return new Description(fitted.users(), parameters);
  }

  @Override
  public int layout() {
    return LAYOUT;
  }

  @Override
  public void save(AudienceModel fitted, ModelFolder folder) {
    try {
      folder.save(FILE, JSON.writeValueAsString(Saved.of(fitted)));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public AudienceModel open(SavedVersion version) {
    String foundBy = version.parameters().getOrDefault(RANKING_VERSION, "");
    if (!foundBy.equals(String.valueOf(ranking.version()))) {
      throw new PipelineException(
          "Cannot serve audiences %d: they were found by %s %s, and %d serves. Let the same versions of both serve with reelhouse models promote."
              .formatted(version.version(), RankingModel.NAME, foundBy, ranking.version()));
    }
    try {
      return JSON.readValue(version.folder().text(FILE), Saved.class).model();
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot serve audiences %d: %s is not what was saved. Let another version serve with reelhouse models promote."
              .formatted(version.version(), FILE),
          failure);
    }
  }

  @Override
  public Monitored monitor(AudienceModel serving) {
    SampledRows users =
        SampledRows.of(
            lake.read(Gold.USER_AUDIENCE).select("user_id", "similarity"),
            "user_id",
            ranking.viewers().count(),
            sample);
    return new Monitored(Silver.RATING, List.of(users.of("similarity")));
  }
}
