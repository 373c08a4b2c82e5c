package org.evenhand.review.growth.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

/** What an observation allows, whoever asks. */
class GatheredObservationTest {

  private static final UUID AUTHOR = new UUID(0, 1);
  private static final UUID PERSON = new UUID(0, 2);
  private static final Instant AT = Instant.parse("2026-05-13T09:00:00Z");

  @Test
  void nothingIsCitedOrRepliedToBeforeThePersonWasTold() {
    GatheredObservation seen = of(PERSON);
    assertEquals(Set.of(ObservationAction.TELLING, ObservationAction.WITHDRAWAL), seen.allowed());

    seen.tell(AT);
    assertEquals(
        EnumSet.of(
            ObservationAction.REPLY, ObservationAction.CITATION, ObservationAction.WITHDRAWAL),
        seen.allowed());
  }

  @Test
  void ofOneselfNobodyHasToBeToldAndNobodyReplies() {
    GatheredObservation own = of(AUTHOR);
    assertEquals(
        EnumSet.of(
            ObservationAction.TELLING, ObservationAction.CITATION, ObservationAction.WITHDRAWAL),
        own.allowed());

    own.tell(AT);
    assertEquals(
        EnumSet.of(ObservationAction.CITATION, ObservationAction.WITHDRAWAL), own.allowed());
  }

  @Test
  void whatIsCitedIsTakenBackNoMoreAndCanStillBeRepliedTo() {
    GatheredObservation seen = of(PERSON);
    seen.tell(AT);
    seen.cite(new UUID(0, 3), AT);
    assertEquals(EnumSet.of(ObservationAction.REPLY), seen.allowed());

    Problem refused = assertThrows(Problem.class, () -> seen.require(ObservationAction.WITHDRAWAL));
    assertEquals(409, refused.status());
    assertEquals(List.of("replyToObservation"), refused.allowed());
  }

  @Test
  void whatIsTakenBackHasNoWordsAnyMore() {
    GatheredObservation seen = of(PERSON);
    seen.tell(AT);
    seen.reply(new Reply("two of us", AT));
    seen.withdraw();

    assertTrue(seen.words().isEmpty());
    assertTrue(seen.reply().isEmpty());
    assertEquals(Set.of(), seen.allowed());
  }

  private static GatheredObservation of(UUID subject) {
    return new GatheredObservation(
        UUID.randomUUID(),
        AUTHOR,
        subject,
        "delivery",
        LocalDate.parse("2026-05-12"),
        new ObservedWords("at risk", "split it", null),
        AT);
  }
}
