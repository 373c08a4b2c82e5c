package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case is read as it is meant, or refused. */
class CaseFiguresTest {

  @Test
  void theSpendingFunctionIsTheOneThatTheCaseNames() throws IOException {
    String looks = "{'alpha': 0.05, 't': [0.5, 1], 'spending': '%s'}";
    List<?> obrien = bounds(looks.formatted("O\u2019Brien-Fleming"));
    List<?> pocock = bounds(looks.formatted("alpha*(t) = alpha*ln(1 + (e-1)*t)"));

    assertEquals(2.963, (double) obrien.get(0), .001);
    assertEquals(2.157, (double) pocock.get(0), .001);
    assertEquals(pocock, bounds(looks.formatted("Pocock")));
    var unknown =
        assertThrows(
            IllegalArgumentException.class, () -> bounds(looks.formatted("Hwang-Shih-DeCani")));
    assertTrue(unknown.getMessage().contains("Hwang-Shih-DeCani"));
  }

  @Test
  void limitsArePerPointWhereSamplesAreOfSeveralSizes() throws IOException {
    for (String method : List.of("p_chart", "laney_p_prime")) {
      Map<?, ?> one = (Map<?, ?>) figures(method, "{'d': [5, 8, 7], 'n': [50, 50, 50]}");
      Map<?, ?> several = (Map<?, ?>) figures(method, "{'d': [5, 8, 14], 'n': [50, 50, 100]}");

      assertTrue(one.get("ucl") instanceof Double, method);
      List<?> limits = (List<?>) several.get("ucl");
      assertEquals(3, limits.size(), method);
      assertEquals(limits.get(0), limits.get(1));
      assertTrue((double) limits.get(2) < (double) limits.get(0));
    }
  }

  @Test
  void aDistributionOfAFewIsNotAllowed() throws IOException {
    assertEquals(
        List.of(false, true),
        ((Map<?, ?>)
                figures(
                    "small_cell_suppression",
                    "{'k': 5, 'queries': [{'counts': [1, 2, 1]}, {'counts': [1, 2, 2]}]}"))
            .get("allowed"));
  }

  private static List<?> bounds(String input) throws IOException {
    return (List<?>) ((Map<?, ?>) figures("alpha_spending", input)).get("bounds");
  }

  private static Object figures(String method, String input) throws IOException {
    return CaseFigures.BY_METHOD
        .get(method)
        .apply(new ObjectMapper().readTree(input.replace('\'', '"')));
  }
}
