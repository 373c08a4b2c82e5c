package org.evenhand.analytics.objection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectionTest {

  private static final UUID RATER = new UUID(0, 1);
  private static final UUID LEAD = new UUID(0, 2);

  private final Objection objection =
      new Objection(
          new UUID(0, 9),
          new Cycle(new UUID(0, 8), "2026", Origin.LIVE, Instant.EPOCH),
          RATER,
          "They were picked.",
          Instant.EPOCH);

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void an_open_objection_is_answered_once(Outcome outcome) {
    assertEquals(List.of("answerRaterObjection"), objection.allowed());
    objection.answer(reply(outcome));
    assertEquals(outcome.state(), objection.state());
    assertEquals(List.of(), objection.allowed());
    for (Outcome again : Outcome.values()) {
      assertThrows(Problem.class, () -> objection.answer(reply(again)));
    }
    assertEquals(outcome.state(), objection.state());
  }

  @Test
  void it_is_known_to_who_filed_it_and_to_hr_leads_whom_the_rater_does_not_lead() {
    assertTrue(new Reader(RATER, false, Set.of()).sees(RATER));
    assertTrue(new Reader(LEAD, true, Set.of()).sees(RATER));
    assertFalse(new Reader(LEAD, true, Set.of(RATER)).sees(RATER));
    assertFalse(new Reader(LEAD, false, Set.of()).sees(RATER));
  }

  @Test
  void it_is_answered_by_an_hr_lead_who_is_known_is_not_the_rater_and_does_not_work_for_them() {
    new Reader(LEAD, true, Set.of()).requireAnswers(RATER);
    assertTrue(new Reader(LEAD, true, Set.of()).answers(RATER));
    for (Reader reader :
        List.of(
            new Reader(RATER, true, Set.of()),
            new Reader(LEAD, false, Set.of()),
            new Reader(LEAD, true, Set.of(RATER)))) {
      assertFalse(reader.answers(RATER));
      assertThrows(Problem.class, () -> reader.requireAnswers(RATER));
    }
  }

  private static Reply reply(Outcome outcome) {
    return new Reply(outcome, "As the samples say.", LEAD, Instant.EPOCH);
  }
}
