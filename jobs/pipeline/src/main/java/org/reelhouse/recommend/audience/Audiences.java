package org.reelhouse.recommend.audience;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Serving;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.reference.Kind;
import org.reelhouse.sampling.HashSample;
import org.reelhouse.tables.Gold;

/**
 * Gathers users in audiences by their factors. A user with too few ratings for personal
 * recommendations is a new viewer.
 */
public final class Audiences {
  public static final String NEW_VIEWERS = "new-viewers";

  private static final String NEW_VIEWERS_NAME = "New viewers";
  private static final int GENRES = 5;
  private static final int TITLES = 10;
  private static final int NO_AUDIENCE = -1;
  private static final StructType ASSIGNED =
      StructType.fromDDL("user_id STRING, audience INT, similarity DOUBLE");
  private static final StructType IDENTIFIED =
      StructType.fromDDL("user_id STRING, audience_id STRING, similarity DOUBLE");

  private Audiences() {}

  /**
   * Replaces both tables.
   *
   * @param model empty where there are no users with factors
   * @param ranking whose users are gathered; they are read several times
   */
  public static long publish(
      Lake lake,
      Optional<Serving<AudienceModel>> model,
      RankingVersion ranking,
      RecommendSettings settings) {
    AudienceModel audiences =
        model.map(serving -> serving.first().model()).orElse(AudienceModel.NONE);
    return publish(lake, ranking.viewers(), ranking.model(), audiences, settings);
  }

  private static long publish(
      Lake lake,
      Dataset<Row> viewers,
      Broadcast<RankingModel> ranking,
      AudienceModel model,
      RecommendSettings settings) {
    int from = settings.personalFrom();
    AudienceProfiles profiles = profiles(viewers, ranking, model, from);
    Dataset<Row> assigned =
        viewers.map(
            (MapFunction<Row, Row>) viewer -> assigned(viewer, model, from),
            Encoders.row(ASSIGNED));
    List<Row> rows = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    describe(lake, assigned, profiles, model, ranking.value().titles(), rows, ids);
    lake.replace(Gold.AUDIENCE, lake.frame(rows, Gold.AUDIENCE.schema()));
    return lake.replace(
        Gold.USER_AUDIENCE,
        assigned.map(
            (MapFunction<Row, Row>) user -> identified(user, ids), Encoders.row(IDENTIFIED)));
  }

  /** The unit vectors of some users with factors, who are chosen by a hash. */
  static float[][] points(Dataset<Row> viewers, RecommendSettings settings) {
    return HashSample.first(
            settings.audiences().sample(),
            viewers.where(size(col("rated")).geq(settings.personalFrom())),
            "user_id")
        .select("factors")
        .collectAsList()
        .stream()
        .flatMap(row -> Stream.ofNullable(point(row)))
        .toArray(float[][]::new);
  }

  private static float @Nullable [] point(Row viewer) {
    Vector factors = Vector.read(viewer, "factors");
    return factors == null ? null : AudienceModel.unit(factors);
  }

  private static Row assigned(Row viewer, AudienceModel model, int from) {
    float[] point = viewer.getList(viewer.fieldIndex("rated")).size() < from ? null : point(viewer);
    int audience = point == null || model.count() == 0 ? NO_AUDIENCE : model.nearest(point);
    return RowFactory.create(
        viewer.getAs("user_id"),
        audience,
        point == null || audience == NO_AUDIENCE ? null : model.cosine(point, audience));
  }

  /** New viewers are counted behind the last audience. */
  private static AudienceProfiles profiles(
      Dataset<Row> viewers, Broadcast<RankingModel> ranking, AudienceModel model, int from) {
    return viewers
        .javaRDD()
        .mapPartitions(
            part -> List.of(profiles(part, ranking.value().titles(), model, from)).iterator())
        .treeReduce(AudienceProfiles::plus);
  }

  private static AudienceProfiles profiles(
      Iterator<Row> viewers, Titles titles, AudienceModel model, int from) {
    AudienceProfiles profiles = new AudienceProfiles(model.count() + 1, titles);
    Iterable<Row> part = () -> viewers;
    StreamSupport.stream(part.spliterator(), false)
        .forEach(
            viewer -> {
              int audience = assigned(viewer, model, from).getInt(1);
              profiles.add(
                  audience == NO_AUDIENCE ? model.count() : audience,
                  Viewer.of(viewer).liked(titles),
                  titles);
            });
    return profiles;
  }

  /** Fills in the rows of {@code gold.audience}, and the id of each audience, new viewers last. */
  private static void describe(
      Lake lake,
      Dataset<Row> assigned,
      AudienceProfiles profiles,
      AudienceModel model,
      Titles titles,
      List<Row> rows,
      List<String> ids) {
    List<Long> users = IntStream.rangeClosed(0, model.count()).mapToObj(profiles::users).toList();
    long all = users.stream().mapToLong(Long::longValue).sum();
    AudienceLineage lineage = AudienceLineage.of(lake, assigned);
    Map<Integer, String> before = lineage.ids(users.subList(0, model.count()));
    AudienceNames names = new AudienceNames(Set.of(NEW_VIEWERS_NAME));
    Set<String> usedIds = new HashSet<>(lineage.previous().keySet());
    for (int audience = 0; audience <= model.count(); audience++) {
      boolean isNew = audience == model.count();
      List<String> genres =
          profiles.genres(audience, GENRES).stream().map(titles.genres()::name).toList();
      List<Integer> liked = profiles.titles(audience, TITLES);
      String name =
          isNew
              ? NEW_VIEWERS_NAME
              : names.name(
                  genres,
                  profiles.kinds(audience).stream()
                      .map(titles.kinds()::name)
                      .map(Kind::of)
                      .toList(),
                  profiles.decades(audience),
                  liked.stream().map(titles::name).toList());
      String former = before.get(audience);
      String id = isNew ? NEW_VIEWERS : former == null ? fresh(name, usedIds) : former;
      ids.add(id);
      if (users.get(audience) > 0) {
        rows.add(
            RowFactory.create(
                id,
                name,
                users.get(audience),
                (double) users.get(audience) / all,
                genres.toArray(String[]::new),
                liked.stream().map(titles::titleId).toArray(String[]::new),
                isNew ? null : model.silhouette(audience)));
      }
    }
  }

  /** An id that no audience has or had in the previous run. */
  private static String fresh(String name, Set<String> used) {
    String id = hashed(name);
    for (int number = 2; !used.add(id); number++) {
      id = hashed(name + "|" + number);
    }
    return id;
  }

  private static String hashed(String text) {
    return "au" + DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static Row identified(Row user, List<String> ids) {
    int audience = user.getInt(1);
    return RowFactory.create(
        user.getString(0),
        audience == NO_AUDIENCE ? ids.get(ids.size() - 1) : ids.get(audience),
        user.get(2));
  }
}
