package org.evenhand.review.growth.mentoring;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/** What came about with a mentoring, as the journal takes it. No subscriber hears of it. */
public final class MentoringFacts {

  /** The audit's name for a mentoring. */
  public static final String AGGREGATE = "mentoring";

  private MentoringFacts() {}

  public static Fact noted(Mentoring mentoring, String what) {
    return Fact.noted(
        AGGREGATE,
        mentoring.id(),
        what,
        Map.of("state", mentoring.state(), "version", mentoring.version()));
  }
}
