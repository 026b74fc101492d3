package org.reelhouse.testing;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that ask for a SparkSession the one session of the whole run, with the settings as
 * shipped but three partitions, and releases after each test what that kept in memory.
 */
public final class SparkExtension implements ParameterResolver, AfterEachCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent("session", key -> new SharedSession(), SharedSession.class)
        .spark;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    SharedSession session = store(context).get("session", SharedSession.class);
    if (session != null) {
      session.spark.catalog().clearCache();
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(SparkExtension.class));
  }

  private static final class SharedSession implements AutoCloseable {
    private final SparkSession spark = open();

    private static SparkSession open() {
      SparkSession.Builder builder = SparkSession.builder().master("local[2]").appName("tests");
      TestSettings.shipped().spark().forEach(builder::config);
      return builder
          .config("spark.sql.shuffle.partitions", "3")
          .config("spark.default.parallelism", "3")
          .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
          .config(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
          .getOrCreate();
    }

    @Override
    public void close() {
      spark.stop();
    }
  }
}
