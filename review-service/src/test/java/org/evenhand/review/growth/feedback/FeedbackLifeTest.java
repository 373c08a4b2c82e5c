package org.evenhand.review.growth.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class FeedbackLifeTest {

  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final UUID READER = new UUID(0, 3);

  @Test
  void itsAuthorTakesItBackForADay() {
    Feedback given = recognition();

    assertTrue(given.allowed(NOW.plusSeconds(86_399)).contains(FeedbackAction.RETRACTION));
    assertFalse(given.allowed(NOW.plusSeconds(86_400)).contains(FeedbackAction.RETRACTION));
    Problem late =
        assertThrows(
            Problem.class, () -> given.require(FeedbackAction.RETRACTION, NOW.plusSeconds(86_400)));
    assertEquals("It could be taken back for 24 hours.", late.getMessage());
  }

  @Test
  void whatIsGoneHasNoWordsAndAllowsNothing() {
    Feedback retracted = recognition();
    retracted.add(new Addition("and more", NOW));
    retracted.retract(NOW);
    Feedback hidden = recognition();
    hidden.hide(HidingReason.OFFENSIVE, "hr", NOW);

    for (Feedback gone : List.of(retracted, hidden)) {
      assertEquals(Optional.empty(), gone.words());
      assertEquals(Optional.empty(), gone.value());
      assertEquals(List.of(), gone.additions());
      assertTrue(gone.allowed(NOW).isEmpty());
    }
  }

  @Test
  void openingIsEachRecipientsOwnAndNeverNarrows() {
    Feedback given = recognition();
    given.openTo(ONE, List.of(READER));
    given.openTo(ONE, List.of());

    assertEquals(List.of(READER), given.recipient(ONE).orElseThrow().readers());
    assertEquals(List.of(), given.recipient(TWO).orElseThrow().readers());
  }

  @Test
  void itIsAddedToTenTimesAtMost() {
    Feedback given = recognition();
    for (int i = 0; i < 10; i++) {
      given.add(new Addition("more", NOW));
    }

    assertEquals(FeedbackState.ADDED_TO, given.state());
    assertThrows(Problem.class, () -> given.add(new Addition("more", NOW)));
  }

  private static Feedback recognition() {
    return new Feedback(
        new UUID(0, 9),
        new UUID(0, 8),
        new Feedback.Subject(
            FeedbackKind.RECOGNITION, FeedbackVisibility.RECIPIENT, null, "openness"),
        new FeedbackWords(null, "Asked everybody", null, null),
        List.of(Addressee.alone(ONE), Addressee.alone(TWO)),
        null,
        NOW);
  }
}
