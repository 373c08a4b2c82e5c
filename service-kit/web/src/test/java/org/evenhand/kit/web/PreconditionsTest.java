package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.evenhand.kit.web.request.Preconditions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", " \"7\" ", "W/\"6\",\"7\""})
  void theVersionThatWasReadMayBeChanged(String ifMatch) {
    assertDoesNotThrow(() -> Preconditions.require(ifMatch, 7));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "~~, PRECONDITION_REQUIRED",
        ", PRECONDITION_REQUIRED",
        "\"8\", PRECONDITION_FAILED",
        "W/\"7\", PRECONDITION_FAILED",
        "\"07\", PRECONDITION_FAILED",
        "\"x\", PRECONDITION_FAILED",
        "7, INVALID_PARAMETER",
        "\"7, INVALID_PARAMETER",
        "\"7\" \"8\", INVALID_PARAMETER",
      })
  void anythingElseIsRefusedForWhatItIs(@Nullable String ifMatch, CommonProblem expected) {
    assertEquals(expected, refusal(() -> Preconditions.require(ifMatch, 7)));
  }

  @Test
  void whatIsNotThereHasNoVersionThatAnybodyHasRead() {
    assertDoesNotThrow(() -> Preconditions.requireNone(null));
    assertDoesNotThrow(() -> Preconditions.requireNone(" "));
    assertEquals(
        CommonProblem.PRECONDITION_FAILED, refusal(() -> Preconditions.requireNone("\"7\"")));
    assertEquals(
        CommonProblem.PRECONDITION_FAILED, refusal(() -> Preconditions.requireNone("W/\"7\"")));
    assertEquals(CommonProblem.PRECONDITION_FAILED, refusal(() -> Preconditions.requireNone("*")));
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal(() -> Preconditions.requireNone("7")));
  }

  @Test
  void theVersionOfATagIsHandedOn() {
    assertEquals(7, Preconditions.version(Preconditions.etag(7)));
    assertEquals(CommonProblem.PRECONDITION_REQUIRED, refusal(() -> version(null)));
    assertEquals(CommonProblem.PRECONDITION_FAILED, refusal(() -> version("\"abc\"")));
    assertEquals(CommonProblem.PRECONDITION_FAILED, refusal(() -> version("W/\"7\"")));
    assertEquals(
        CommonProblem.PRECONDITION_FAILED, refusal(() -> version("\"99999999999999999999\"")));
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal(() -> version("\"1\",\"2\"")));
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal(() -> version("*")));
  }

  private static void version(@Nullable String ifMatch) {
    assertEquals(-1, Preconditions.version(ifMatch));
  }

  private static ProblemType refusal(org.junit.jupiter.api.function.Executable use) {
    return assertThrows(Problem.class, use).type();
  }
}
