package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
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
                new Cursor.Mark(
                    -1,
                    Uuid.randomUuid(),
                    SINCE,
                    List.of(
                        Offset.of(0),
                        new Offset(127, 0),
                        new Offset(128, 127),
                        new Offset(Long.MAX_VALUE, Integer.MAX_VALUE - 1))),
                new Cursor.Mark(1, Uuid.randomUuid(), Instant.EPOCH, List.of())));
    assertEquals(cursor, Cursor.decode(cursor.encode(), "after"));
  }

  @Test
  void ofAllTopicsItFitsIntoAnAddressAndAHeader() {
    List<Offset> far = Collections.nCopies(6, new Offset(9_000_000, 100));
    List<Cursor.Mark> marks =
        new PublicTopics()
            .all().stream()
                .map(topic -> new Cursor.Mark(topic.digest(), Uuid.randomUuid(), SINCE, far))
                .toList();
    int length = new Cursor(1, marks).encode().length();
    assertTrue(length < 500, length + " characters");
  }

  @Test
  void ofMorePartitionsThanAHeaderHoldsItIsRefusedByTheNameOfTheTypes() {
    List<Offset> far = Collections.nCopies(1_000, new Offset(9_000_000, 100));
    Cursor cursor = new Cursor(1, List.of(new Cursor.Mark(1, Uuid.randomUuid(), SINCE, far)));
    Problem refused = assertThrows(Problem.class, cursor::encode);
    assertEquals(CommonProblem.INVALID_PARAMETER, refused.type());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "abc", "AQ", "not a cursor", "%00", "AQAAAAAAAAAAAAAAAA"})
  void whatIsNoCursorIsRefusedByTheNameOfItsParameter(String text) {
    assertRefused(text);
  }

  @Test
  void oneThatIsCutOrMistypedIsRefused() {
    String whole =
        new Cursor(
                1, List.of(new Cursor.Mark(7, Uuid.randomUuid(), SINCE, List.of(new Offset(5, 1)))))
            .encode();
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

  /** What is handed out is taken back, however many partitions there are. */
  @Test
  void theLongestIsReadAsItWasWritten() {
    List<Offset> far = Collections.nCopies(560, new Offset(9_000_000, 100));
    Cursor cursor = new Cursor(1, List.of(new Cursor.Mark(7, Uuid.randomUuid(), SINCE, far)));
    assertEquals(cursor, Cursor.decode(cursor.encode(), "after"));
  }

  private static void assertRefused(String text) {
    Problem refusal = assertThrows(Problem.class, () -> Cursor.decode(text, "after"), text);
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal.type());
    assertEquals("after", refusal.violations().get(0).parameter());
  }
}
