package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.terms.GoalVisibility;
import org.evenhand.review.growth.goal.terms.Measure;

/** Goals without anything around them. */
public final class Goals {

  public static final UUID PERSON = new UUID(0, 1);
  public static final UUID MANAGER = new UUID(0, 2);
  public static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");
  public static final LocalDate TODAY = LocalDate.parse("2026-12-01");

  private Goals() {}

  /** One that the manager has drafted. */
  public static Goal drafted() {
    return new Goal(UUID.randomUUID(), post(), MANAGER, Goal.Source.OWN, terms(), TODAY, AT);
  }

  /** One that the manager has proposed, and the person has agreed to. */
  public static Goal agreed() {
    Goal goal = drafted();
    goal.propose(AgreementSide.MANAGER, by(MANAGER));
    boolean both = goal.agree(AgreementSide.EMPLOYEE, by(PERSON), false, TODAY.plusMonths(3));
    if (!both) {
      throw new AssertionError("one side hasn't signed");
    }
    return goal;
  }

  public static Signature by(UUID person) {
    return new Signature(person, AT, MANAGER);
  }

  public static GoalTerms terms() {
    return new GoalTerms(
        "Answers in two days",
        null,
        null,
        new Measure.YesNo(),
        null,
        GoalVisibility.SELF_AND_LINE,
        LocalDate.parse("2027-06-30"),
        null);
  }

  private static Post post() {
    return new Post(
        PERSON,
        new UUID(0, 9),
        "A-1",
        "care",
        "Utrecht",
        "NL",
        "Linden",
        "EMPLOYEE",
        MANAGER,
        TODAY.minusYears(1),
        0,
        true);
  }

  /** The absence that it knows of, as days. */
  public static String absence(Goal goal) {
    Optional<Absence> known = goal.absence();
    return known.map(each -> each.since() + "/" + each.until()).orElse("none");
  }
}
