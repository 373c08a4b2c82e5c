package org.evenhand.calibration.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.precedent.Withdrawal.Cause;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class PrecedentTest {

  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final UUID AUTHOR = new UUID(0, 1);
  private static final UUID CHECKER = new UUID(0, 2);

  private final Precedent precedent =
      new Precedent(
          new UUID(0, 3),
          new Anchored(new UUID(0, 4), 1, "delivery", 3),
          new PrecedentWords(
              List.of(
                  new RedactedPart(
                      "delivery",
                      List.of(
                          new RedactedPart.Observed("In May, with Holt", "b", "i", "Holt said")),
                      "Holt agreed",
                      null)),
              "As Holt had it",
              "Holt was against it"),
          List.of(PrecedentTag.WORKLOAD, PrecedentTag.WORKLOAD, PrecedentTag.PART_YEAR),
          new Pair(AUTHOR, Pair.Side.HR, CHECKER));

  @Test
  void a_passage_is_taken_out_wherever_it_stands() {
    precedent.redact("Holt", "[Colleague A]");

    PrecedentWords words = precedent.words().orElseThrow();
    assertFalse(words.toString().contains("Holt"), words.toString());
    assertEquals("As [Colleague A] had it", words.reason());
    assertEquals(422, refused(() -> precedent.redact("Holt", "[Removed]")));
  }

  @Test
  void what_was_found_is_taken_out_before_it_is_checked() {
    precedent.giveBack("Holt", CHECKER, NOW);
    assertFalse(precedent.allows(PrecedentStep.CHECK));
    assertEquals(409, refused(() -> precedent.check()));

    precedent.redact("Holt", "[Removed]");
    precedent.check();
    assertEquals(PrecedentState.CHECKED, precedent.state());
    assertEquals(409, refused(() -> precedent.redact("May", "[Removed]")));
  }

  @Test
  void one_side_asks_for_what_is_out_to_be_withdrawn_and_the_other_agrees() {
    out();
    precedent.withdraw(asked(Pair.Side.HR));
    assertEquals(PrecedentState.PUBLISHED, precedent.state());
    assertEquals(422, refused(() -> precedent.withdraw(asked(Pair.Side.HR))));
    assertEquals(422, refused(() -> precedent.withdraw(asked(Pair.Side.MANAGER, AUTHOR))));

    precedent.withdraw(asked(Pair.Side.MANAGER));
    assertEquals(PrecedentState.WITHDRAWN, precedent.state());
    assertEquals(Optional.empty(), precedent.words());
    assertTrue(precedent.publishedAt().isPresent(), "that it was out stays");
    assertEquals(409, refused(() -> precedent.withdraw(asked(Pair.Side.HR))));
  }

  @Test
  void with_its_version_ends_what_is_out_and_goes_what_is_not() {
    var draft = new PrecedentTest().precedent;
    draft.outlive();
    assertEquals(PrecedentState.WITHDRAWN, draft.state());
    assertEquals(Optional.empty(), draft.words());

    out();
    precedent.outlive();
    assertEquals(PrecedentState.SUPERSEDED, precedent.state());
    assertTrue(precedent.words().isPresent());
    precedent.forget();
    assertEquals(Optional.empty(), precedent.words());
  }

  @Test
  void a_tag_counts_once() {
    assertEquals(List.of(PrecedentTag.PART_YEAR, PrecedentTag.WORKLOAD), precedent.tags());
  }

  private void out() {
    precedent.check();
    precedent.publish(NOW);
  }

  private static Withdrawal asked(Pair.Side side) {
    return asked(side, side == Pair.Side.HR ? AUTHOR : CHECKER);
  }

  private static Withdrawal asked(Pair.Side side, UUID by) {
    return new Withdrawal(side, Cause.MISLEADING, by, NOW);
  }

  private static int refused(Runnable step) {
    return assertThrows(Problem.class, step::run).status();
  }
}
