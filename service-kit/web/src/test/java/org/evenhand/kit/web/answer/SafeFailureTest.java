package org.evenhand.kit.web.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SafeFailureTest {

  @Test
  void whatAFailureQuotesIsNotRepeated() {
    String log =
        log(
            new CompletionException(
                "Key (name)=(Ada Canary) already exists",
                new IllegalArgumentException(
                    "ERROR: duplicate key, Detail: (Ada Canary) (23505)",
                    new NumberFormatException("For input string: \"Ada Canary\""))));
    assertFalse(log.contains("Canary"), log);
  }

  @Test
  void itsKindItsPlaceAndTheSqlStateAre() {
    String log = log(new CompletionException(new IllegalArgumentException("ERROR: (Ada) (23505)")));
    assertTrue(log.contains("java.util.concurrent.CompletionException"), log);
    assertTrue(log.contains("java.lang.IllegalArgumentException: SQLSTATE 23505"), log);
    assertTrue(log.contains("SafeFailureTest.itsKindItsPlaceAndTheSqlStateAre"), log);
  }

  @Test
  void wordsOfProgrammersToProgrammersAreKept() {
    assertTrue(log(new IllegalStateException("HR000068: wrong thread")).contains("wrong thread"));
  }

  @Test
  void aLoopOfCausesEnds() {
    RuntimeException a = new RuntimeException();
    RuntimeException b = new RuntimeException(a);
    a.initCause(b);
    assertTrue(log(a).contains("RuntimeException"));
  }

  private static String log(Throwable failure) {
    StringWriter text = new StringWriter();
    SafeFailure.of(failure).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
