package org.evenhand.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** What holds in every service's code; each service checks itself with {@link #check(String)}. */
public final class ArchitectureRules {

  private static final List<String> SERVICES =
      List.of("policy", "review", "calibration", "analytics", "gateway");

  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  /** Packages that still read native rows by place; each leaves this list when it does no more. */
  private static final List<String> ROWS_BY_PLACE =
      List.of(
          "org.evenhand.analytics.counts",
          "org.evenhand.analytics.demographics",
          "org.evenhand.analytics.finding",
          "org.evenhand.analytics.publication",
          "org.evenhand.analytics.rater",
          "org.evenhand.review.cycle",
          "org.evenhand.review.milestone",
          "org.evenhand.review.rating",
          "org.evenhand.review.review",
          "org.evenhand.review.trail");

  private ArchitectureRules() {}

  /** Checks all rules on the production classes of {@code org.evenhand.<service>}. */
  public static void check(String service) {
    var imported =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evenhand." + service);
    if (imported.isEmpty()) {
      throw new AssertionError("no class of org.evenhand." + service + " found");
    }
    rules(service).forEach(rule -> rule.check(imported));
  }

  private static Stream<ArchRule> rules(String service) {
    return Stream.of(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "org.evenhand." + other + "..")
                    .toArray(String[]::new))
            .because("a service depends on the kit and on nothing else of ours"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .because("nothing but the relay sends to Kafka"),
        noClasses()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.ws.rs..", "org.apache.kafka..", "io.quarkus..", "io.smallrye.mutiny..")
            .allowEmptyShould(true)
            .because("an aggregate knows nothing of HTTP, Kafka, Quarkus or Mutiny"),
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .areNotAnnotatedWith(REST_CLIENT)
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Path")
            .allowEmptyShould(true)
            .because("HTTP lives in …Resource, and in clients of other services"),
        methods()
            .that(areEndpoints())
            .should(declareTheirPermission())
            .allowEmptyShould(true)
            .because("every endpoint declares its permission"),
        classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("org.evenhand.kit.data.KnownCaller")
            .allowEmptyShould(true)
            .because("no operation is open to a person who doesn't work here"),
        classes()
            .should(notBeNamedVaguely())
            .because("names say the domain: no Manager, Helper, Util, Impl, Base"),
        noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("time comes from an injected Clock"),
        noClasses()
            .that()
            .resideOutsideOfPackages(ROWS_BY_PLACE.toArray(String[]::new))
            .should(readNativeRowsByPlace())
            .allowEmptyShould(true)
            .because("the kit's Rows read native results, by name"),
        slices()
            .matching("org.evenhand." + service + ".(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("a feature can be read without those that build on it"));
  }

  private static DescribedPredicate<JavaMethod> areEndpoints() {
    var verbs = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    return DescribedPredicate.describe(
        "are endpoints",
        method ->
            !method.getOwner().isAnnotatedWith(REST_CLIENT)
                && verbs.stream()
                    .anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)));
  }

  private static ArchCondition<JavaMethod> declareTheirPermission() {
    return new ArchCondition<>("declare @RolesAllowed or @PermitAll") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean declared =
            Stream.of("RolesAllowed", "PermitAll", "DenyAll")
                .anyMatch(name -> method.isAnnotatedWith("jakarta.annotation.security." + name));
        if (!declared) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " declares no permission"));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> readNativeRowsByPlace() {
    return new ArchCondition<>("name the class of a native query's result") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(call -> call.getName().equals("createNativeQuery"))
            .filter(call -> call.getTarget().getRawParameterTypes().size() > 1)
            .filter(
                call -> call.getTarget().getRawParameterTypes().get(1).isEquivalentTo(Class.class))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> notBeNamedVaguely() {
    return new ArchCondition<>("not be named vaguely") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getSimpleName().matches(".*(Manager|Helper|Utils?|Impl|Base)")) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " says nothing"));
        }
      }
    };
  }
}
