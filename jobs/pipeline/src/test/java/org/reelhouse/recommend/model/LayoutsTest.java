package org.reelhouse.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.reelhouse.testing.SparkTest;

@SparkTest
class LayoutsTest {

  @Test
  void readsVersionsThatHadTheFactorsAlone(SparkSession spark) {
    assertThat(SavedRating.weights(Map.of("rank", "8"))).isEqualTo(new RatingWeights(1, 0));
    Dataset<Row> titles =
        spark.sql("SELECT 't1' AS title_id, array(1f, 1f, 0.5f) AS rating_factors");

    List<Row> read = Layouts.rating(titles).select("influences").collectAsList();

    assertThat(read.get(0).getList(0)).isEmpty();
  }

  @Test
  void influencesHadAnotherName(SparkSession spark) {
    Dataset<Row> titles =
        spark.sql(
            "SELECT 't1' AS title_id, array(1f) AS factors, array(named_struct('title_id', 't2', 'weight', 0.5f)) AS tells");

    Row read = Layouts.ranking(titles).head();

    Row influence = (Row) read.getList(read.fieldIndex("influences")).get(0);
    assertThat(influence.getString(0)).isEqualTo("t2");
    assertThat(read.<Float>getAs("recent_popularity")).isZero();
  }

  @Test
  void thePresentLayoutStaysAsItIs(SparkSession spark) {
    Dataset<Row> titles =
        spark.sql(
            "SELECT 't1' AS title_id, array(1f) AS factors, array(named_struct('title_id', 't2', 'weight', 0.5f)) AS influences, 0.25f AS recent_popularity");

    assertThat(Layouts.ranking(titles).collectAsList()).isEqualTo(titles.collectAsList());
  }
}
