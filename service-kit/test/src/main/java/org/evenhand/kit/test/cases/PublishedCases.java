package org.evenhand.kit.test.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
 * Checks what a module computes against every published case of its methods. Cases of methods that
 * belong to another module are skipped by name. Anything unknown fails by its name: a method, a key
 * of an input that the method doesn't read or reads in vain, an expected figure. {@code
 * -Dfairness.cases=DIR} takes the cases from another folder. It prints how many were run, passed
 * and skipped.
 */
public final class PublishedCases {

  private final Map<String, Function<JsonNode, Object>> here;
  private final List<String> run = new ArrayList<>();
  private final List<String> held = new ArrayList<>();

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
    Set<String> twice = new TreeSet<>(here.keySet());
    twice.retainAll(elsewhere);
    assertEquals(Set.of(), twice, "a method belongs to one module");
    PublishedCases cases = new PublishedCases(here);
    List<DynamicTest> tests = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (PublishedCase published : all) {
      if (elsewhere.contains(published.method())) {
        passedOver.add(published.id());
      } else {
        tests.add(DynamicTest.dynamicTest(published.id(), () -> cases.mustHold(published)));
      }
    }
    tests.add(
        DynamicTest.dynamicTest(
            "how many held", () -> System.out.println(cases.summary(passedOver))));
    return tests.stream();
  }

  private void mustHold(PublishedCase published) {
    run.add(published.id());
    Function<JsonNode, Object> method = here.get(published.method());
    if (method == null) {
      throw new AssertionError(published.id() + ": no method called " + published.method());
    }
    JsonNode input = WatchedInput.of(published.input());
    List<String> wrong = new ArrayList<>(published.differences(method.apply(input)));
    wrong.addAll(WatchedInput.unasked(input));
    assertEquals(List.of(), wrong, published.id());
    held.add(published.id());
  }

  private String summary(List<String> passedOver) {
    return String.format(
        "Published cases: %d run, %d held %s, %d of another module passed over %s",
        run.size(), held.size(), held, passedOver.size(), passedOver);
  }
}
