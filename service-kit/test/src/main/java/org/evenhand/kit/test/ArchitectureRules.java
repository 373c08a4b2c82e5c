package org.evenhand.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds in the code of every service, of the kit as far as it fits mechanism, and of the
 * programs beside the services as far as it fits a tool. Each service checks itself with {@link
 * #check}, each part of the kit with {@link #checkKit}, each program with {@link #checkProgram}.
 */
public final class ArchitectureRules {

  private static final List<String> SERVICES =
      List.of("policy", "review", "calibration", "analytics", "gateway");

  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  /** What reads native rows by name. */
  private static final List<String> ROWS =
      List.of("org.evenhand.kit.data.database.Row", "org.evenhand.kit.data.database.Rows");

  private static final ArchRule NAMES =
      classes()
          .should(notBeNamedVaguely())
          .because("names say the domain: no Manager, Helper, Util, Impl, Base");

  private static final ArchRule ONE_CLIENT =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.evenhand.kit.people")
          .should()
          .beAnnotatedWith(REST_CLIENT)
          .allowEmptyShould(true)
          .because("the kit holds mechanism; its one client names people");

  private ArchitectureRules() {}

  /** Checks all rules on the production classes of {@code org.evenhand.<service>}. */
  public static void check(String service) {
    JavaClasses classes = production("org.evenhand." + service);
    Stream.concat(everywhere(service), services()).forEach(rule -> rule.check(classes));
    rooms("org.evenhand." + service).check(classes);
  }

  /** Checks on {@code org.evenhand.kit.<part>} what holds there too. */
  public static void checkKit(String part) {
    JavaClasses classes = production("org.evenhand.kit." + part);
    everywhere("kit").forEach(rule -> rule.check(classes));
    ONE_CLIENT.check(classes);
    rooms("org.evenhand.kit." + part).check(classes);
  }

  /**
   * Checks on {@code org.evenhand.<program>} what holds in a tool too.
   *
   * @param used the services whose classes it may use
   */
  public static void checkProgram(String program, String... used) {
    JavaClasses classes = production("org.evenhand." + program);
    servicesAlone(Set.of(used)).check(classes);
    NAMES.check(classes);
    slices()
        .matching("org.evenhand." + program + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("a room can be read without those that build on it")
        .check(classes);
  }

  private static JavaClasses production(String name) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(name);
    if (classes.isEmpty()) {
      throw new AssertionError("no class of " + name + " found");
    }
    return classes;
  }

  private static Stream<ArchRule> everywhere(String owner) {
    return Stream.of(
        servicesAlone(Set.of(owner)),
        noClasses()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.ws.rs..", "org.apache.kafka..", "io.quarkus..", "io.smallrye.mutiny..")
            .allowEmptyShould(true)
            .because("an aggregate knows nothing of HTTP, Kafka, Quarkus or Mutiny"),
        methods()
            .that(areEndpoints())
            .should(declareTheirPermission())
            .allowEmptyShould(true)
            .because("every endpoint declares its permission"),
        NAMES,
        noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("time comes from an injected Clock"),
        noClasses()
            .that(readRowsByName())
            .should(nameTheClassOfANativeResult())
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.Tuple")
            .allowEmptyShould(true)
            .because("the kit's Rows read native results, by name"));
  }

  private static ArchRule servicesAlone(Set<String> own) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVICES.stream()
                .filter(other -> !own.contains(other))
                .map(other -> "org.evenhand." + other + "..")
                .toArray(String[]::new))
        .because("a service depends on the kit and on nothing else of ours, the kit on no service");
  }

  private static Stream<ArchRule> services() {
    return Stream.of(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .because("nothing but the relay sends to Kafka"),
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .areNotAnnotatedWith(REST_CLIENT)
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Path")
            .allowEmptyShould(true)
            .because("HTTP lives in …Resource, and in clients of other services"),
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "jakarta\\.ws\\.rs\\.core\\.Response\\$ResponseBuilder"
                    + "|org\\.jboss\\.resteasy\\.reactive\\.RestResponse.*")
            .allowEmptyShould(true)
            .because("what a use case came to is told by the kit's Answer, not in HTTP"),
        classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("org.evenhand.kit.data.caller.KnownCaller")
            .allowEmptyShould(true)
            .because("no operation is open to a person who doesn't work here"));
  }

  private static ArchRule rooms(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("a room can be read without those that build on it");
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

  private static DescribedPredicate<JavaClass> readRowsByName() {
    return DescribedPredicate.describe(
        "read rows by name", type -> !ROWS.contains(outermost(type)));
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static ArchCondition<JavaClass> nameTheClassOfANativeResult() {
    return new ArchCondition<>("name a class that is no entity as a native query's result") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(call -> call.getName().equals("createNativeQuery"))
            .filter(call -> call.getTarget().getRawParameterTypes().size() > 1)
            .filter(
                call -> call.getTarget().getRawParameterTypes().get(1).isEquivalentTo(Class.class))
            .filter(call -> !namesEntitiesOnly(call.getOrigin()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
      }
    };
  }

  /** Which argument a call is given can't be seen; which classes its method names, can. */
  private static boolean namesEntitiesOnly(JavaCodeUnit method) {
    return !method.getReferencedClassObjects().isEmpty()
        && method.getReferencedClassObjects().stream()
            .allMatch(named -> named.getRawType().isAnnotatedWith("jakarta.persistence.Entity"));
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
