package org.evenhand.kit.test.cases;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PublishedCasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_missing_or_wrong_figure_is_seen() throws IOException {
    PublishedCase published = published("any", "{\"a\": [1, 2.5], \"p\": 4e-10, \"b\": true}");

    assertEquals(
        List.of(),
        published.differences(Map.of("a", List.of(1, 2.5000001), "p", 4e-10, "b", true)));
    assertEquals(1, published.differences(Map.of("a", List.of(1, 2.5), "b", true, "p", 0)).size());
    assertEquals(
        3, published.differences(Map.of("a", List.of(1, 2.6), "p", 5e-10, "b", false)).size());
    assertEquals(3, published.differences(Map.of("a", List.of(1))).size());
  }

  @Test
  void a_case_that_expects_nothing_does_not_hold() throws IOException {
    assertEquals(1, published("any", "{}").differences(Map.of("a", 1)).size());
    assertEquals(1, published("any", "[]").differences(List.of()).size());
  }

  @Test
  void a_folder_that_is_missing_or_holds_no_case_is_named(@TempDir Path empty) {
    for (Path folder : List.of(empty, empty.resolve("missing"))) {
      var refused = assertThrows(IllegalStateException.class, () -> PublishedCase.in(folder));
      assertTrue(refused.getMessage().contains(folder.toString()), refused::getMessage);
    }
  }

  @Test
  void a_method_of_another_module_is_passed_over_and_one_that_nobody_knows_fails_by_name()
      throws IOException {
    List<PublishedCase> all = List.of(published("theirs", "{}"), published("nobodys", "{}"));

    var tests = PublishedCases.of(all, Map.of(), Set.of("theirs")).toList();

    assertEquals(2, tests.size());
    var failure = assertThrows(AssertionError.class, tests.get(0).getExecutable()::execute);
    assertTrue(failure.getMessage().contains("nobodys"), failure::getMessage);
  }

  private static PublishedCase published(String method, String expected) throws IOException {
    JsonNode figures = JSON.readTree(expected);
    return new PublishedCase("the-" + method, method, figures, figures, 1e-6);
  }

  @Test
  void a_key_of_an_input_that_nobody_asks_for_fails_by_name() throws IOException {
    Executable known = held("{\"a\": [{\"b\": 1, \"name\": \"a remark\"}]}", "{\"b\": 1}");
    Executable unknown = held("{\"a\": [{\"b\": 1, \"weights\": [1]}]}", "{\"b\": 1}");

    assertDoesNotThrow(known);
    assertNames("weights", unknown);
  }

  @Test
  void a_key_of_an_input_that_is_missing_fails_by_name() throws IOException {
    assertNames("no key called b", held("{\"a\": [{}]}", "{\"b\": 1}"));
    assertNames("no key called a", held("{}", "{\"b\": 1}"));
  }

  @Test
  void an_expected_figure_that_nobody_computes_fails_by_name() throws IOException {
    for (String unknown : List.of("1", "[]", "{}", "null", "[1]", "{\"d\": 1}", "\"x\"")) {
      assertNames(
          "expected.other",
          held("{\"a\": [{\"b\": 1}]}", "{\"b\": 1, \"other\": " + unknown + "}"));
    }
  }

  @Test
  void a_text_or_a_fraction_is_not_read_as_a_number() throws IOException {
    for (String wrong : List.of("\"1\"", "null", "1.5", "true", "[]")) {
      JsonNode node = JSON.readTree(wrong);
      assertThrows(IllegalArgumentException.class, () -> Numbers.whole(node), wrong);
    }
    assertThrows(
        IllegalArgumentException.class, () -> Numbers.numbers(JSON.readTree("[1, \"x\"]")));
  }

  /** A method that answers the b of the first a. */
  private static Executable held(String input, String expected) throws IOException {
    PublishedCase one =
        new PublishedCase("the", "m", JSON.readTree(input), JSON.readTree(expected), 1e-6);
    return PublishedCases.of(
            List.of(one), Map.of("m", in -> Map.of("b", in.get("a").get(0).get("b"))), Set.of())
        .toList()
        .get(0)
        .getExecutable();
  }

  private static void assertNames(String name, Executable test) {
    Throwable failure = assertThrows(Throwable.class, test);
    assertTrue(String.valueOf(failure.getMessage()).contains(name), failure::toString);
  }
}
