package org.evenhand.review;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String PEOPLE = "org.evenhand.review.directory.people";

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.evenhand.review");

  @Test
  void keepsTheRulesOfTheHouse() {
    ArchitectureRules.check("review");
  }

  @Test
  void aRoomWithinARoomCanBeReadWithoutThoseThatBuildOnIt() {
    slices().matching("org.evenhand.review.(**)").should().beFreeOfCycles().check(PRODUCTION);
  }

  @Test
  void onlyTheDirectoryChangesPeople() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.evenhand.review.directory..")
        .should()
        .callCodeUnitWhere(setsAFieldOfPeople())
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(PEOPLE + ".EmployeeRepository")
        .because("the HRIS is the source: its imports are the only door")
        .check(PRODUCTION);
  }

  @Test
  void goalsPlansAndListsNeitherRateNorComeBeforeASessionOrAPanel() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.evenhand.review.review..",
            "org.evenhand.review.rating..",
            "org.evenhand.review.sample..",
            "org.evenhand.review.calibrated..",
            "org.evenhand.review.sharing..",
            "org.evenhand.review.appeal..",
            "org.evenhand.review.trail..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.evenhand.review.growth.goal..",
            "org.evenhand.review.growth.plan..",
            "org.evenhand.review.growth.checklist..",
            "org.evenhand.review.growth.remediation..")
        .because("they stand beside what was observed, and no rating follows from them")
        .check(PRODUCTION);
  }

  @Test
  void noOtherRoomKnowsOfRemediationPlans() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.evenhand.review.growth.remediation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.evenhand.review.growth.remediation..")
        .because("nobody but those who have a part in one learns that there is one")
        .check(PRODUCTION);
  }

  private static DescribedPredicate<JavaCall<?>> setsAFieldOfPeople() {
    return DescribedPredicate.describe(
        "sets a field of people",
        call ->
            PEOPLE.equals(call.getTargetOwner().getPackageName())
                && call.getTargetOwner().isAnnotatedWith("jakarta.persistence.Entity")
                && call.getTarget().resolveMember().stream()
                    .flatMap(unit -> unit.getFieldAccesses().stream())
                    .anyMatch(access -> access.getAccessType() == AccessType.SET));
  }
}
