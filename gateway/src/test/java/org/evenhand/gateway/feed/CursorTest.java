package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final Instant SINCE = Instant.parse("2026-11-30T10:00:00Z");

  @Test
  void itIsReadAsItWasWritten() {
    Cursor cursor =
        new Cursor(
            -7,
            List.of(
                new Cursor.Mark(Uuid.randomUuid(), SINCE, List.of(0L, 127L, 128L, Long.MAX_VALUE)),
                new Cursor.Mark(Uuid.randomUuid(), Instant.EPOCH, List.of())));
    assertEquals(cursor, Cursor.decode(cursor.encode(), "after"));
  }

  @Test
  void ofAllTopicsItFitsIntoAnAddressAndAHeader() {
    List<Long> far =
        List.of(9_000_000L, 9_000_000L, 9_000_000L, 9_000_000L, 9_000_000L, 9_000_000L);
    List<Cursor.Mark> marks =
        new PublicTopics()
            .all().stream().map(topic -> new Cursor.Mark(Uuid.randomUuid(), SINCE, far)).toList();
    int length = new Cursor(1, marks).encode().length();
    assertTrue(length < 500, length + " characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "abc", "AQ", "not a cursor", "%00", "AQAAAAAAAAAAAAAAAA"})
  void whatIsNoCursorIsRefusedByTheNameOfItsParameter(String text) {
    assertRefused(text);
  }

  @Test
  void oneThatIsCutOrMistypedIsRefused() {
    String whole =
        new Cursor(1, List.of(new Cursor.Mark(Uuid.randomUuid(), SINCE, List.of(5L)))).encode();
    for (int i = 0; i < whole.length(); i++) {
      assertRefused(whole.substring(0, i));
      char other = whole.charAt(i) == 'A' ? 'Q' : 'A';
      String mistyped = whole.substring(0, i) + other + whole.substring(i + 1);
      if (i < whole.length() - 1) {
        assertRefused(mistyped);
      }
    }
    assertRefused("A".repeat(1_000_000));
  }

  private static void assertRefused(String text) {
    Problem refusal = assertThrows(Problem.class, () -> Cursor.decode(text, "after"), text);
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal.type());
    assertEquals("after", refusal.violations().get(0).parameter());
  }
}
