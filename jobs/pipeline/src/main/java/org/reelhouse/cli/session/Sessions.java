package org.reelhouse.cli.session;

import java.util.Map;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a command. What spark-submit sets goes before our settings. */
public final class Sessions {
  private static final String REMEMBER_MISSING_CLASSES = "spark.reelhouse.rememberMissingClasses";

  /** What no command works without, whatever is set. */
  public static final Map<String, String> REQUIRED =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone", "UTC");

  private Sessions() {}

  /** Hands an open session to some work and stops it afterwards. */
  public static <T> T with(
      String name, Map<String, String> settings, Function<SparkSession, T> work) {
    SparkConf conf = conf(name, settings);
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    if (conf.getBoolean(REMEMBER_MISSING_CLASSES, false)) {
      thread.setContextClassLoader(new KnownMisses(loader));
    }
    try {
      SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
      try {
        return work.apply(spark);
      } finally {
        spark.stop();
      }
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private static SparkConf conf(String name, Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    settings.forEach(conf::setIfMissing);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "reelhouse " + name);
    REQUIRED.forEach(conf::set);
    return conf;
  }
}
