package org.reelhouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.reelhouse.Job;

@AnalyzeClasses(packages = "org.reelhouse", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] KERNEL = {
    "org.reelhouse",
    "org.reelhouse.tables",
    "org.reelhouse.storage",
    "org.reelhouse.raw",
    "org.reelhouse.lake",
    "org.reelhouse.config",
    "org.reelhouse.reference",
    "org.reelhouse.text",
    "org.reelhouse.sampling",
    "org.reelhouse.clustering",
    "org.reelhouse.models"
  };

  /** Every package is a feature but the kernel, the runner and the command line. */
  private static final DescribedPredicate<JavaClass> OF_A_FEATURE =
      describe(
          "of a feature",
          type ->
              type.getPackageName().startsWith("org.reelhouse.")
                  && !resideInAnyPackage(KERNEL).test(type)
                  && !resideInAnyPackage("..pipeline..", "..cli..", "..samples..").test(type));

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("org.reelhouse.(*)..")
          .that(describe("are features", slice -> slice.stream().allMatch(OF_A_FEATURE)))
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule KERNEL_DOES_NOT_KNOW_FEATURES =
      noClasses().that().resideInAnyPackage(KERNEL).should().dependOnClassesThat(OF_A_FEATURE);

  @ArchTest
  static final ArchRule RUNNER_DOES_NOT_KNOW_FEATURES =
      noClasses()
          .that()
          .resideInAPackage("..pipeline..")
          .should()
          .dependOnClassesThat(OF_A_FEATURE);

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..cli..");

  @ArchTest
  static final ArchRule ONLY_THESE_READ_AND_WRITE_STORAGE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..lake..", "..raw..", "..storage..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.apache\\.spark\\.sql\\.(DataFrameReader|DataFrameWriter.*|delta\\..*)"
                  + "|org\\.apache\\.hadoop\\.fs\\..*|io\\.delta\\..*");

  @ArchTest
  static final ArchRule ONLY_TEXT_ANALYZES_AND_HASHES_WORDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..text..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.lucene\\..*|org\\.tartarus\\..*|.*\\.MurmurHash[23]");

  @ArchTest
  static final ArchRule ONLY_SAMPLING_DRAWS_ROWS_BY_A_HASH =
      noClasses()
          .that()
          .resideOutsideOfPackages("..sampling..", "..warehouse..")
          .should()
          .callMethod(functions.class, "pmod", Column.class, Column.class)
          .because("the warehouse takes remainders of years alone");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_MAKES_A_SESSION =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.spark\\.sql\\..*SparkSession.*Builder");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_EXITS_AND_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule JOBS_ARE_FINAL_AND_WITHOUT_FIELDS =
      classes()
          .that()
          .implement(Job.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .bePublic()
          .andShould(haveNoFields());

  @ArchTest
  static final ArchRule FEATURES_SHOW_ONLY_THEIR_JOB =
      classes()
          .that(OF_A_FEATURE)
          .and()
          .areTopLevelClasses()
          .and()
          .doNotImplement(Job.class)
          .and(describe("stand at the door", type -> isRoom(type.getPackageName())))
          .and()
          .haveSimpleNameNotEndingWith("Settings")
          .and()
          .doNotHaveSimpleName("PopularityUnit")
          .and()
          .doNotHaveSimpleName("CatalogueFile")
          .and()
          .doNotHaveSimpleName("RatingsEvaluation")
          .and()
          .doNotHaveSimpleName("RankingEvaluation")
          .and()
          .doNotHaveSimpleName("RatingFile")
          .and()
          .doNotHaveSimpleName("UserLists")
          .and()
          .doNotHaveSimpleName("UserRequest")
          .and()
          .doNotHaveSimpleName("UsersFile")
          .and()
          .doNotHaveSimpleName("SimilarEvaluation")
          .and()
          .doNotHaveSimpleName("MatchingWeights")
          .should()
          .notBePublic()
          .because("the command line calls evaluations and what reads or splits their files");

  /**
   * Sub-packages of a feature are open to the feature alone, as Java has no narrower word for it;
   * only evaluations are called from outside.
   */
  @ArchTest
  static final ArchRule SUB_PACKAGES_ARE_OPEN_TO_THEIR_FEATURE_ALONE =
      classes()
          .that(describe("are in an inner room", ArchitectureTest::isInInnerRoom))
          .should(beSeenFromTheirFeatureAlone());

  private static boolean isRoom(String packageName) {
    return packageName.matches("org\\.reelhouse\\.\\w+");
  }

  private static boolean isInInnerRoom(JavaClass type) {
    return type.getPackageName().matches("org\\.reelhouse\\.\\w+\\..*")
        && !type.getPackageName().endsWith(".evaluation")
        && OF_A_FEATURE.test(type);
  }

  private static String feature(JavaClass type) {
    return type.getPackageName().replaceFirst("(org\\.reelhouse\\.\\w+)\\..*", "$1");
  }

  private static ArchCondition<JavaClass> beSeenFromTheirFeatureAlone() {
    return new ArchCondition<>("be seen from their feature alone") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesToSelf().stream()
            .filter(dependency -> !feature(dependency.getOriginClass()).equals(feature(type)))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }

  /** Each room of the recommendations uses those below alone. */
  @ArchTest
  static final ArchRule RECOMMENDATIONS_ARE_LAYERED =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.reelhouse.recommend..")
          .layer("job")
          .definedBy("org.reelhouse.recommend")
          .layer("evaluation")
          .definedBy("..recommend.evaluation")
          .layer("audience")
          .definedBy("..recommend.audience")
          .layer("lists")
          .definedBy("..recommend.lists")
          .layer("model")
          .definedBy("..recommend.model")
          .layer("catalogue")
          .definedBy("..recommend.catalogue")
          .layer("links")
          .definedBy("..recommend.links")
          .layer("observations")
          .definedBy("..recommend.observations")
          .whereLayer("job")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("audience")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("lists")
          .mayOnlyBeAccessedByLayers("job", "evaluation", "audience")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("job", "evaluation", "audience", "lists")
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("job", "evaluation", "audience", "lists", "model")
          .whereLayer("links")
          .mayOnlyBeAccessedByLayers("job", "evaluation", "audience", "lists", "model", "catalogue")
          .ignoreDependency(
              alwaysTrue(),
              describe(
                  "the settings of all",
                  type -> type.getName().startsWith("org.reelhouse.recommend.RecommendSettings")));

  @ArchTest
  static final ArchRule THE_KERNEL_HAS_NO_CIRCLES =
      slices()
          .matching(
              "org.reelhouse.(tables|storage|raw|reference|text|sampling|clustering|models)..")
          .should()
          .beFreeOfCycles();

  /** A room is small enough to be read in one sitting; a larger one is divided. */
  @ArchTest
  static final ArchRule NO_PACKAGE_IS_LARGE =
      classes()
          .that()
          .areTopLevelClasses()
          .should(
              new ArchCondition<JavaClass>("be one of at most 30 in their package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  long classes =
                      type.getPackage().getClasses().stream()
                          .filter(JavaClass::isTopLevelClass)
                          .filter(other -> !other.getSimpleName().equals("package-info"))
                          .count();
                  if (classes > 30) {
                    events.add(
                        SimpleConditionEvent.violated(
                            type, "%s has %d".formatted(type.getPackageName(), classes)));
                  }
                }
              });

  @ArchTest
  static final ArchRule SUB_PACKAGES_HAVE_NO_CIRCLES =
      slices().matching("org.reelhouse.(*).(*)..").should().beFreeOfCycles();

  /** Commands meet in their options, the session and the report alone. */
  @ArchTest
  static final ArchRule COMMANDS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("org.reelhouse.cli.(config|evaluate|generate|jobs|lake|models)")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              alwaysTrue(),
              describe("the list of jobs", type -> type.getSimpleName().equals("Jobs")));

  /**
   * Who reads a name need not ask of which package it is; the generator is a program of its own.
   */
  @ArchTest
  static final ArchRule NO_TWO_CLASSES_SHARE_A_NAME =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .resideOutsideOfPackage("..samples..")
          .and()
          .doNotHaveSimpleName("package-info")
          .should(haveANameOfTheirOwn());

  private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
    return new ArchCondition<>("have a name of their own") {
      private final Map<String, JavaClass> named = new HashMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaClass other = named.putIfAbsent(type.getSimpleName(), type);
        if (other != null) {
          events.add(
              SimpleConditionEvent.violated(
                  type, "%s is called like %s".formatted(type.getName(), other.getName())));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> haveNoFields() {
    return new ArchCondition<>("have no fields but constants") {
      @Override
      public void check(JavaClass job, ConditionEvents events) {
        job.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .forEach(
                field -> events.add(SimpleConditionEvent.violated(job, field.getDescription())));
      }
    };
  }
}
