package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;
import org.reelhouse.recommend.catalogue.TitleFilter;
import org.reelhouse.recommend.catalogue.TitleReader;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.lists.Recommender;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.tables.Silver;

/**
 * Lists for some users, by the models of the last run of the job and by what the users have rated
 * until now. Nothing is fitted, and of no other user a rating is read.
 *
 * @param lists one for each user, in the order of the requests
 */
public record UserLists(List<UserList> lists) {
  private static final int FEW_USERS = 1000;
  private static final StructType USER = StructType.fromDDL("user_id STRING NOT NULL");

  /**
   * The list of one user.
   *
   * @param ratings of this user in the lake
   * @param complete whether it is as long as asked for; else no more titles pass and are unseen
   */
  public record UserList(String userId, int ratings, boolean complete, List<Entry> titles) {}

  /**
   * One recommended title, as in {@code gold.recommendation}.
   *
   * @param title its name
   */
  public record Entry(
      int rank,
      String titleId,
      String title,
      double score,
      @Nullable Double predictedRating,
      String reason,
      @Nullable String becauseTitleId,
      String basis,
      String reasonText) {}

  /**
   * The lists of some users.
   *
   * @param requests each of another user
   * @throws org.reelhouse.PipelineException if the job has never run
   */
  public static UserLists of(Lake lake, List<UserRequest> requests, RecommendSettings settings) {
    if (requests.isEmpty()) {
      return new UserLists(List.of());
    }
    Set<TitleFilter> filters = new LinkedHashSet<>();
    requests.forEach(request -> filters.add(request.wishes().filter()));
    Titles titles = TitleReader.read(lake, RecommendationTitles.numbered(lake), filters, settings);
    RecommendationTitles known = RecommendationTitles.read(lake, settings);
    Recommender recommender = new Recommender(known.ranking(() -> titles), settings);
    RatingModel rating = known.rating(() -> titles);
    Map<String, List<Row>> ratings = ratings(lake, requests);
    return new UserLists(
        requests.stream()
            .map(
                request ->
                    list(
                        request,
                        ratings.getOrDefault(request.userId(), List.of()),
                        recommender,
                        rating,
                        settings.perUser()))
            .toList());
  }

  /**
   * All lists, for people and for machines.
   *
   * @param rejected rows of the file of users that could not be used
   */
  public Report report(List<UsersFile.Rejected> rejected) {
    return UserListsReport.of(lists, rejected);
  }

  /** Writes all lists as comma-separated lines below a header, and closes the text. */
  public void writeCsv(Writer text) {
    UserListsReport.writeCsv(lists, text);
  }

  /** The ratings of the users, by user. */
  private static Map<String, List<Row>> ratings(Lake lake, List<UserRequest> requests) {
    List<String> ids = requests.stream().map(UserRequest::userId).toList();
    Dataset<Row> all =
        lake.readOrEmpty(Silver.RATING).select("user_id", "source", "title_id", "rating");
    Dataset<Row> asked =
        ids.size() <= FEW_USERS
            ? all.where(col("user_id").isInCollection(ids))
            : all.join(lake.frame(ids.stream().map(RowFactory::create).toList(), USER), "user_id");
    Map<String, List<Row>> ratings = new HashMap<>();
    asked
        .join(RecommendationTitles.numbered(lake).select("title_id", "title"), "title_id")
        .collectAsList()
        .forEach(
            row ->
                ratings.computeIfAbsent(row.getAs("user_id"), user -> new ArrayList<>()).add(row));
    return ratings;
  }

  private static UserList list(
      UserRequest request,
      List<Row> ratings,
      Recommender recommender,
      RatingModel rating,
      int count) {
    List<Rated> rated =
        ratings.stream()
            .map(
                row ->
                    new Rated(
                        row.<Integer>getAs("title"), row.<Double>getAs("rating").floatValue()))
            .sorted(Comparator.comparingInt(Rated::number))
            .toList();
    String source = ratings.isEmpty() ? "" : ratings.get(0).getAs("source");
    Viewer viewer = new Viewer(source, rated, recommender.model().user(rated), request.wishes());
    List<Entry> entries = Recommendations.entries(viewer, recommender, rating, count);
    return new UserList(request.userId(), rated.size(), entries.size() == count, entries);
  }
}
