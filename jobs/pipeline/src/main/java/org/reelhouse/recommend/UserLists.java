package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.Lake;
import org.reelhouse.recommend.Viewer.Rated;
import org.reelhouse.tables.Silver;

/**
 * Lists for some users, by the models of the last run of the job and by what the users have rated
 * until now. Nothing is fitted, and of no other user a rating is read.
 *
 * @param lists one for each user, in the order of the file
 * @param rejected rows of the file that could not be used
 */
public record UserLists(List<UserList> lists, List<Rejected> rejected) {
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
   * A row of the file that could not be used.
   *
   * @param userId empty if it has none
   */
  public record Rejected(long line, String userId, String why) {}

  /**
   * The lists of the users that a file names.
   *
   * @throws org.reelhouse.PipelineException if the file cannot be read, or the job has never run
   */
  public static UserLists of(Lake lake, Path file, RecommendSettings settings) {
    UsersFile asked = UsersFile.read(file);
    if (asked.users().isEmpty()) {
      return new UserLists(List.of(), asked.rejected());
    }
    Set<TitleFilter> filters = new LinkedHashSet<>();
    asked.users().forEach(user -> filters.add(user.wishes().filter()));
    Titles titles = TitleReader.read(lake, RecommendationTitles.numbered(lake), filters, settings);
    List<Row> rated = RecommendationTitles.mostRated(lake, settings);
    List<Candidate> candidates = rated.stream().map(Candidates::candidate).toList();
    int rank = candidates.isEmpty() ? 0 : candidates.get(0).factors().size();
    Catalogue catalogue =
        new Catalogue(() -> titles, candidates, rank)
            .with(LinkedTitles.readNumbers(rated, "tells", titles));
    Recommender recommender = new Recommender(catalogue, settings);
    FoldIn foldIn = FoldIn.of(lake, rated, titles);
    Map<String, List<Row>> ratings = ratings(lake, asked.users());
    return new UserLists(
        asked.users().stream()
            .map(
                user ->
                    list(
                        user,
                        ratings.getOrDefault(user.userId(), List.of()),
                        recommender,
                        foldIn,
                        titles,
                        settings))
            .toList(),
        asked.rejected());
  }

  /** The ratings of the users, by user. */
  private static Map<String, List<Row>> ratings(Lake lake, List<UsersFile.Asked> users) {
    List<String> ids = users.stream().map(UsersFile.Asked::userId).toList();
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
      UsersFile.Asked user,
      List<Row> ratings,
      Recommender recommender,
      FoldIn foldIn,
      Titles titles,
      RecommendSettings settings) {
    List<Rated> rated =
        ratings.stream()
            .map(
                row ->
                    new Rated(
                        row.<Integer>getAs("title"), row.<Double>getAs("rating").floatValue()))
            .sorted(Comparator.comparingInt(Rated::number))
            .toList();
    String source = ratings.isEmpty() ? "" : ratings.get(0).getAs("source");
    Viewer viewer = new Viewer(source, rated, foldIn.ranking().user(rated), user.wishes());
    List<Choice> choices = recommender.choose(viewer, settings.perUser());
    List<@Nullable Integer> numbers = new ArrayList<>();
    choices.forEach(choice -> numbers.add(titles.number(choice.position())));
    List<@Nullable Double> expected = foldIn.rating().of(rated, numbers);
    return new UserList(
        user.userId(),
        rated.size(),
        choices.size() == settings.perUser(),
        IntStream.range(0, choices.size())
            .mapToObj(place -> entry(place + 1, choices.get(place), expected.get(place), titles))
            .toList());
  }

  private static Entry entry(int rank, Choice choice, @Nullable Double expected, Titles titles) {
    Integer because = choice.because();
    return new Entry(
        rank,
        titles.titleId(choice.position()),
        titles.name(choice.position()),
        choice.score(),
        expected,
        choice.basis().isPersonal() ? "personal" : "popular",
        because == null ? null : titles.titleId(because),
        choice.basis().code(),
        choice.text());
  }
}
