package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.Viewer.Rated;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the titles that a user rated tell of the user's rating of another: how far the ratings lie
 * above the mean and both biases, {@code Σ w e / (Σ |w| + damping)} over the rated titles that
 * {@link TitleLinks} tie to the other (Koren, Factorization Meets the Neighborhood, 2008, section
 * 2.2, with weights of a regression in place of correlations). Titles beyond the candidates tell
 * nothing.
 */
final class Neighbourhood implements LinkedTitles {
  private static final long serialVersionUID = 1L;

  /** Weight of a further title whose rating is as the biases say. */
  private static final double DAMPING = 0.1;

  /** The type of {@link Told} in a column. */
  static final StructType TOLD =
      StructType.fromDDL("above_titles DOUBLE NOT NULL, share DOUBLE NOT NULL");

  private final Catalogue.Shared titles;
  private final TitleLinks links;
  private final double mean;
  private final float[] biases;

  /**
   * A neighbourhood.
   *
   * @param mean of all ratings
   * @param biases of the titles by number; that of another is 0
   */
  Neighbourhood(
      Catalogue.Shared titles, TitleLinks links, double mean, Map<Integer, Float> biases) {
    this.titles = titles;
    this.links = links;
    this.mean = mean;
    this.biases = new float[titles.get().rated()];
    biases.forEach(
        (number, bias) -> {
          Integer position = titles.get().position(number);
          if (position != null) {
            this.biases[position] = bias;
          }
        });
  }

  /**
   * What a user's ratings tell of one title, the bias of the user left open.
   *
   * @param aboveTitles {@code Σ w (r - mean - title bias) / (Σ |w| + damping)}
   * @param share {@code Σ w / (Σ |w| + damping)}
   */
  record Told(double aboveTitles, double share) {
    /** Nothing. */
    static final Told NOTHING = new Told(0, 0);

    /** How far the rating would lie above the mean and both biases. */
    double aboveBiases(double userBias) {
      return aboveTitles - userBias * share;
    }

    /** A value of the type {@link #TOLD}. */
    Row row() {
      return RowFactory.create(aboveTitles, share);
    }
  }

  /** What the ratings tell of the title with a number. */
  Told of(List<Rated> rated, int number) {
    Integer title = titles().position(number);
    if (title == null) {
      return Told.NOTHING;
    }
    double above = 0;
    double weights = 0;
    double total = DAMPING;
    for (Rated one : rated) {
      Integer from = titles().position(one.number());
      if (from != null) {
        float weight = links.weight(from, title);
        above += weight * (one.rating() - mean - biases[from]);
        weights += weight;
        total += Math.abs(weight);
      }
    }
    return new Told(above / total, weights / total);
  }

  /**
   * The rows with what their user's ratings tell of their title, as {@code told}.
   *
   * @param rows of user and title among others
   * @param viewers user and rated; to others nothing is told
   */
  static Dataset<Row> told(
      Dataset<Row> rows, Dataset<Row> viewers, Broadcast<Neighbourhood> neighbourhood) {
    UDF2<@Nullable Seq<Row>, Integer, Row> told =
        (rated, title) -> neighbourhood.value().of(all(rated), title).row();
    UserDefinedFunction of = udf(told, TOLD).asNonNullable();
    return rows.join(viewers.select("user", "rated"), new String[] {"user"}, "left")
        .withColumn("told", of.apply(col("rated"), col("title")))
        .drop("rated");
  }

  private static List<Rated> all(@Nullable Seq<Row> rated) {
    return rated == null ? List.of() : Rated.all(CollectionConverters.asJava(rated));
  }

  @Override
  public Titles titles() {
    return titles.get();
  }

  @Override
  public Links.To toldBy(int position) {
    return links.toldBy(position);
  }
}
