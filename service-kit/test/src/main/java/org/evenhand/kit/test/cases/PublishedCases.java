package org.evenhand.kit.test.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds what a module computes to every published case of its methods. Cases of methods that belong
 * to another module are passed over by name; a method that neither knows fails by its name. {@code
 * -Dfairness.cases=DIR} takes the cases from another folder.
 */
public final class PublishedCases {

  private final Map<String, Function<JsonNode, Object>> here;
  private final Set<String> held = new TreeSet<>();

  private PublishedCases(Map<String, Function<JsonNode, Object>> here) {
    this.here = here;
  }

  /**
   * @param here by method, the figures of a case's input, in the shape in which the case has them
   * @param elsewhere methods of another module
   */
  public static Stream<DynamicTest> of(
      Map<String, Function<JsonNode, Object>> here, Set<String> elsewhere) {
    return of(PublishedCase.all(), here, elsewhere);
  }

  static Stream<DynamicTest> of(
      List<PublishedCase> all,
      Map<String, Function<JsonNode, Object>> here,
      Set<String> elsewhere) {
    assertFalse(all.isEmpty(), "there are cases in the folder");
    Set<String> twice = new TreeSet<>(here.keySet());
    twice.retainAll(elsewhere);
    assertEquals(Set.of(), twice, "a method belongs to one module");
    PublishedCases cases = new PublishedCases(here);
    List<DynamicTest> tests = new ArrayList<>();
    all.stream()
        .filter(published -> !elsewhere.contains(published.method()))
        .map(published -> DynamicTest.dynamicTest(published.id(), () -> cases.mustHold(published)))
        .forEach(tests::add);
    tests.add(DynamicTest.dynamicTest("how many held", cases::sayHowMany));
    return tests.stream();
  }

  private void mustHold(PublishedCase published) {
    Function<JsonNode, Object> method = here.get(published.method());
    if (method == null) {
      throw new AssertionError(published.id() + ": no method called " + published.method());
    }
    assertEquals(List.of(), published.differences(method.apply(published.input())), published.id());
    held.add(published.id());
  }

  private void sayHowMany() {
    System.out.println("Published cases held: " + held.size() + " " + held);
  }
}
