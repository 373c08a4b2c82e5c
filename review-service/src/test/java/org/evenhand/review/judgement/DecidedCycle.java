package org.evenhand.review.judgement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.Transactions;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.Milestones;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.policy.AppealRule;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.Outcomes;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyState;
import org.evenhand.review.policy.PolicyVersion;
import org.evenhand.review.policy.PolicyVersionId;
import org.evenhand.review.policy.RatingLevel;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.policy.Scope;
import org.evenhand.review.review.CriterionRating;
import org.evenhand.review.review.DueDates;
import org.evenhand.review.review.Placement;
import org.evenhand.review.review.RatedPeriod;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewSeed;
import org.hibernate.reactive.mutiny.Mutiny;

/** A cycle that is CALIBRATING, with one submitted review that no session holds. */
final class DecidedCycle {

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
  private static final LocalDate DUE = LocalDate.parse("2026-12-01");
  private static final PolicyContent POLICY =
      new PolicyContent(
          "Fair ratings",
          new Scope(List.of(), List.of(), List.of()),
          new RatingScale(
              List.of(
                  new RatingLevel(1, "Below"),
                  new RatingLevel(2, "Meets"),
                  new RatingLevel(3, "Above")),
              0),
          List.of(new Criterion("delivery", "Delivery", 100, null)),
          List.of(),
          List.of(),
          OverallRule.WEIGHTED,
          new EvidenceRule(0),
          new Eligibility(List.of(), 0),
          new AppealRule(20),
          null,
          List.of(),
          new Outcomes(null, null, null));

  private DecidedCycle() {}

  /**
   * Writes it.
   *
   * @return the cycle's id
   */
  static UUID of(Transactions transactions, String unit, String reviewee, String reviewer) {
    PolicyVersionId policy = new PolicyVersionId(Ids.next(), 1);
    Cycle cycle = new Cycle(Ids.next(), plan(policy, unit));
    cycle.schedule();
    cycle.proposeOpening(new Signature(new UUID(0, 1), Side.HR, AT));
    cycle.countersignOpening(new Signature(new UUID(0, 2), Side.MANAGER, AT));
    cycle.openIfReady(true);
    cycle.startCalibration();
    return transactions.run(
        session ->
            session
                .persist(
                    new PolicyVersion(
                        policy,
                        PolicyState.EFFECTIVE,
                        "hash",
                        LocalDate.parse("2026-01-01"),
                        POLICY))
                .chain(session::flush)
                .chain(() -> session.persist(cycle))
                .chain(session::flush)
                .chain(() -> submit(session, cycle, unit, reviewee, reviewer))
                .replaceWith(cycle.id()));
  }

  private static Uni<Void> submit(
      Mutiny.Session session, Cycle cycle, String unit, String reviewee, String reviewer) {
    return Rows.of(
            session,
            """
            select e.id as reviewee, a.id as assignment, r.id as reviewer from employee e join assignment a on a.employee_id = e.id,
              employee r
            where e.external_id = :reviewee and r.external_id = :reviewer
            """)
        .bind("reviewee", reviewee)
        .bind("reviewer", reviewer)
        .one(row -> submitted(cycle, unit, row))
        .chain(review -> session.persist(review));
  }

  private static Review submitted(Cycle cycle, String unit, Row people) {
    UUID reviewer = people.uuid("reviewer");
    Review review =
        new Review(
            Ids.next(),
            cycle.id(),
            new ReviewSeed(
                people.uuid("reviewee"),
                people.uuid("assignment"),
                reviewer,
                reviewer,
                List.of(reviewer),
                new Placement(unit, "L4", "engineering", "Utrecht", "NL"),
                new RatedPeriod(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-10-31")),
                new DueDates(DUE, DUE, DUE, DUE, DUE)));
    var unusedHappening = review.rate(new CriterionRating("delivery", 2, "as seen", AT));
    var unusedSubmission = review.submit(POLICY, null, null, reviewer, "Given Family", AT);
    return review;
  }

  private static CyclePlan plan(PolicyVersionId policy, String unit) {
    return new CyclePlan(
        "gate-" + policy.policyId(),
        "The year",
        policy.policyId(),
        policy.version(),
        List.of(unit),
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-10-31"),
        LocalDate.parse("2026-10-15"),
        new Milestones(null, DUE, DUE, DUE, DUE, DUE.plusMonths(1), null, List.of()));
  }
}
