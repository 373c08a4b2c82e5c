package org.evenhand.review.growth.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

/** What an observation allows, whoever asks. */
class GatheredObservationTest {

  private static final UUID AUTHOR = new UUID(0, 1);
  private static final UUID PERSON = new UUID(0, 2);
  private static final UUID REVIEW = new UUID(0, 3);
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
    seen.cite(CitingSide.REVIEWER, REVIEW, AT);
    assertEquals(EnumSet.of(ObservationAction.REPLY, ObservationAction.CITATION), seen.allowed());

    Problem refused = assertThrows(Problem.class, () -> seen.require(ObservationAction.WITHDRAWAL));
    assertEquals(409, refused.status());
    assertEquals(List.of("replyToObservation", "citeObservation"), refused.allowed());
  }

  @Test
  void whatTheRevieweeCitesIsStillTheReviewersToCiteAndOnceByEach() {
    GatheredObservation seen = of(PERSON);
    seen.tell(AT);
    seen.cite(CitingSide.SELF, new UUID(0, 4), AT);

    Problem refused = assertThrows(Problem.class, () -> seen.requireUncited(CitingSide.SELF));
    assertEquals(409, refused.status());
    assertEquals(List.of("replyToObservation"), refused.allowed());

    seen.require(ObservationAction.CITATION);
    seen.requireUncited(CitingSide.REVIEWER);
    seen.cite(CitingSide.REVIEWER, REVIEW, AT);
    assertEquals(EnumSet.of(ObservationAction.REPLY), seen.allowed());
    assertEquals(
        Map.of(
            CitingSide.SELF, new Citation(new UUID(0, 4), AT),
            CitingSide.REVIEWER, new Citation(REVIEW, AT)),
        seen.citations());
  }

  @Test
  void whatACancelledReviewRestedOnIsKeptAgainUnlessAnotherRestsOnIt() {
    GatheredObservation seen = of(PERSON);
    seen.tell(AT);
    seen.cite(CitingSide.SELF, new UUID(0, 4), AT);
    seen.cite(CitingSide.REVIEWER, REVIEW, AT);

    seen.release(REVIEW);
    assertEquals(ObservationState.CITED, seen.state());
    assertEquals(Set.of(CitingSide.SELF), seen.citations().keySet());

    seen.release(new UUID(0, 4));
    assertEquals(ObservationState.KEPT, seen.state());
    seen.require(ObservationAction.WITHDRAWAL);
    seen.cite(CitingSide.REVIEWER, new UUID(0, 5), AT);
    assertEquals(ObservationState.CITED, seen.state());
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
