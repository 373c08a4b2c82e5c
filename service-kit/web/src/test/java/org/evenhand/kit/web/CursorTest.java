package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void itComesBackAsItWas() {
    UUID id = Ids.next();
    Instant now = Instant.parse("2026-03-01T09:00:00.123456Z");
    Cursor cursor = Cursor.decode(Cursor.of(id, now, 42L, "ä.b", "").encode());
    assertEquals(id, cursor.uuid(0));
    assertEquals(now, cursor.instant(1));
    assertEquals(42L, cursor.longAt(2));
    assertEquals("ä.b", cursor.text(3));
    assertEquals("", cursor.text(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "a b", "ä", "====", "AA", "bm8", "bm8.bm8.bm8"})
  void whatNoPageGaveIsAnInvalidParameter(String text) {
    assertInvalid(() -> Cursor.decode(text).uuid(0));
    assertInvalid(() -> Cursor.decode(text).instant(1));
    assertInvalid(() -> Cursor.decode(text).longAt(2));
    assertInvalid(() -> Cursor.decode(text).text(3));
  }

  @Test
  void oneThatIsTooLongOrHoldsANulIsInvalid() {
    assertInvalid(() -> Cursor.decode("A".repeat(2000)));
    assertInvalid(() -> Cursor.decode(Cursor.of("a\0b").encode()).text(0));
    assertInvalid(() -> Cursor.decode(Cursor.of("1-1-1-1-1").encode()).uuid(0));
  }

  /** Of days and times that no database holds. */
  @Test
  void aDayOrTimeBeyondTheCalendarIsInvalid() {
    assertInvalid(() -> Cursor.of("+999999999-12-31").day(0));
    assertInvalid(() -> Cursor.of("-0001-01-01").day(0));
    assertInvalid(() -> Cursor.of("+300000-01-01T00:00:00Z").instant(0));
  }

  @Test
  void theLastPageHasNoNext() {
    assertEquals(null, Page.of(List.of(1, 2), 2, Cursor::of).next());
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, Cursor::of);
    assertEquals(List.of(1, 2), page.items());
    assertEquals(Cursor.of(2).encode(), page.next());
    assertEquals(List.of("1", "2"), page.map(String::valueOf).items());
  }

  private static void assertInvalid(org.junit.jupiter.api.function.Executable use) {
    Problem problem = assertThrows(Problem.class, use);
    assertEquals(CommonProblem.INVALID_PARAMETER, problem.type());
    assertEquals("cursor", problem.violations().get(0).parameter());
  }
}
