package org.reelhouse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reelhouse.testing.SparkExtension;
import org.reelhouse.testing.SparkTest;

/** The stages of {@code scripts/test} depend on these. */
@AnalyzeClasses(packages = "org.reelhouse", importOptions = OnlyIncludeTests.class)
class TestArchitectureTest {
  private static final DescribedPredicate<JavaMethod> ARE_GIVEN_A_SESSION =
      DescribedPredicate.describe(
          "are given a SparkSession by JUnit",
          method ->
              method.getRawParameterTypes().stream()
                      .anyMatch(type -> type.isEquivalentTo(SparkSession.class))
                  && method.getAnnotations().stream()
                      .anyMatch(
                          annotation ->
                              annotation
                                  .getRawType()
                                  .getPackageName()
                                  .startsWith("org.junit.jupiter")));

  @ArchTest
  static final ArchRule TESTS_WITH_A_SESSION_ARE_SPARK_TESTS =
      methods()
          .that(ARE_GIVEN_A_SESSION)
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(SparkTest.class);

  @ArchTest
  static final ArchRule SPARK_TESTS_SAY_SO =
      noClasses()
          .that()
          .doNotBelongToAnyOf(SparkTest.class)
          .should()
          .beAnnotatedWith(
              DescribedPredicate.describe(
                  "@ExtendWith(SparkExtension.class)",
                  annotation ->
                      annotation.getRawType().isEquivalentTo(ExtendWith.class)
                          && annotation
                              .as(ExtendWith.class)
                              .value()[0]
                              .equals(SparkExtension.class)));

  @ArchTest
  static final ArchRule ONE_SESSION_SERVES_ALL_TESTS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(SparkExtension.class)
          .should()
          .callMethod(SparkSession.class, "builder");
}
