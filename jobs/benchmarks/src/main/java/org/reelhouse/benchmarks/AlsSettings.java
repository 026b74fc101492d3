package org.reelhouse.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.ludovic.netlib.blas.BLAS;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How long MLlib's implicit ALS takes to fit, and to recommend ten titles to all users, under its
 * various settings. One JSON object a line. Run by scripts/compare-als-settings.
 */
final class AlsSettings {
  private static final int ROUNDS = 2;

  private AlsSettings() {}

  public static void main(String[] arguments) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.shuffle.compress", "false")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    spark.sparkContext().setCheckpointDir(Files.createTempDirectory("als").toString());
    Dataset<Row> ratings =
        spark
            .read()
            .schema("user INT, title INT, rating FLOAT")
            .csv(arguments[0])
            .where("user is not null and title is not null and rating between 0 and 10") // and is a
            // number
            .withColumn("weight", col("rating").divide(lit(5)).cast("float"))
            .repartition(2, col("user"))
            .cache();
    String blas = BLAS.getInstance().getClass().getSimpleName();
    System.out.printf("{\"ratings\": %d, \"blas\": \"%s\"}%n", ratings.count(), blas);
    Map<String, UnaryOperator<ALS>> fits = new LinkedHashMap<>();
    fits.put("as the job has them: 2 blocks, no checkpoint in 3 iterations", als -> als);
    if (arguments.length == 1) {
      fits.put("4 blocks", als -> als.setNumBlocks(4));
      fits.put("10 blocks, MLlib's default", als -> als.setNumBlocks(10));
      fits.put("a checkpoint after each iteration", als -> als.setCheckpointInterval(1));
      fits.put(
          "intermediate blocks in memory alone",
          als -> als.setIntermediateStorageLevel("MEMORY_ONLY"));
    }
    ALSModel model = als().fit(ratings); // warms up
    for (int round = 1; round <= ROUNDS; round++) {
      for (Map.Entry<String, UnaryOperator<ALS>> fit : fits.entrySet()) {
        long start = System.nanoTime();
        model = fit.getValue().apply(als()).fit(ratings);
        say("fit", fit.getKey(), start);
      }
    }
    for (int round = 1; arguments.length == 1 && round <= ROUNDS; round++) {
      for (int size : new int[] {256, 1024, 4096, 16384}) {
        long start = System.nanoTime();
        model
            .setBlockSize(size)
            .recommendForAllUsers(10)
            .write()
            .format("noop")
            .mode("overwrite")
            .save();
        say("recommendForAllUsers", "block size " + size, start);
      }
    }
    spark.stop();
  }

  private static ALS als() {
    return new ALS()
        .setImplicitPrefs(true)
        .setUserCol("user")
        .setItemCol("title")
        .setRatingCol("weight")
        .setRank(16)
        .setMaxIter(3)
        .setRegParam(0.1)
        .setAlpha(2)
        .setNumBlocks(2)
        .setSeed(1);
  }

  private static void say(String what, String setting, long start) {
    System.out.printf(
        Locale.ROOT,
        "{\"what\": \"%s\", \"setting\": \"%s\", \"seconds\": %.1f}%n",
        what,
        setting,
        (System.nanoTime() - start) / 1e9);
  }
}
