package org.reelhouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import org.reelhouse.Job;

@AnalyzeClasses(packages = "org.reelhouse", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] KERNEL = {
    "org.reelhouse",
    "org.reelhouse.lake",
    "org.reelhouse.config",
    "org.reelhouse.reference",
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
                  && !resideInAnyPackage("..pipeline..", "..cli..").test(type));

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
  static final ArchRule ONLY_LAKE_READS_AND_WRITES_STORAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..lake..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.apache\\.spark\\.sql\\.(DataFrameReader|DataFrameWriter.*|delta\\..*)"
                  + "|org\\.apache\\.hadoop\\.fs\\..*|io\\.delta\\..*");

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
          .and()
          .resideOutsideOfPackage("..samples..")
          .and()
          .doNotHaveSimpleName("MatchingEvaluation")
          .and()
          .doNotHaveSimpleName("TitleSourceEvaluation")
          .and()
          .doNotHaveSimpleName("CatalogueFile")
          .and()
          .doNotHaveSimpleName("RatingsEvaluation")
          .and()
          .doNotHaveSimpleName("RankingEvaluation")
          .and()
          .doNotHaveSimpleName("RatingFile")
          .and()
          .doNotHaveSimpleName("RatingSplit")
          .and()
          .doNotHaveSimpleName("UserLists")
          .and()
          .doNotHaveSimpleName("SimilarEvaluation")
          .and()
          .doNotHaveSimpleName("ThemesEvaluation")
          .and()
          .doNotHaveSimpleName("ThemeCount")
          .should()
          .notBePublic()
          .because(
              "the command line calls the generator of samples, the evaluations and what reads or splits their files");

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
