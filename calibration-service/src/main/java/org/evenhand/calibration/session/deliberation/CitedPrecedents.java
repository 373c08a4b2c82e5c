package org.evenhand.calibration.session.deliberation;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Precedents that decisions name. */
@ApplicationScoped
class CitedPrecedents {

  private static final String POINTER = "/precedentId";

  /** One that was superseded is still one where the cycle rates by the old version. */
  private static final String CITABLE =
      """
      select p.ordinal, p.criterion is null as whole
      from precedent p
      join cycle c on c.policy_id = p.policy_id and c.policy_version = p.policy_version
      where p.id = :id and c.id = :cycle and p.state in ('PUBLISHED', 'SUPERSEDED')
      """;

  private record Cited(int ordinal, boolean whole) {}

  /**
   * Whoever says that a precedent was rated alike says which. Whoever departs from one names it
   * too, and says why in the reason.
   *
   * @throws Problem 422 when the decision names none where it has to, one that isn't to be named,
   *     or one of another level
   */
  Uni<Void> require(SessionContext context, Sample sample) {
    Decision made = Objects.requireNonNull(sample.decision());
    UUID named = made.precedentId();
    if (named == null) {
      if (made.followsPrecedent()) {
        throw refused(REQUIRED.at(POINTER, "is needed for CONSISTENT_WITH_PRECEDENT"));
      }
      return Uni.createFrom().voidItem();
    }
    return Rows.unflushed(context.session(), CITABLE)
        .bind("id", named)
        .bind("cycle", context.calibration().cycleId())
        .atMostOne(row -> new Cited(row.integer("ordinal"), row.flag("whole")))
        .invoke(found -> requireAlike(sample, made, found))
        .replaceWithVoid();
  }

  /** Of a single criterion the level says nothing about the whole. */
  private static void requireAlike(Sample sample, Decision made, Optional<Cited> found) {
    Cited cited =
        found.orElseThrow(
            () ->
                refused(
                    NOT_FOUND.at(
                        POINTER, "is no published precedent of the policy by which it is rated")));
    Integer level = level(sample, made);
    if (made.followsPrecedent() && (level == null || cited.whole() && level != cited.ordinal())) {
      throw refused(
          INCONSISTENT.at(POINTER, "shows another level than the decision: name it, and say why"));
    }
  }

  private static @Nullable Integer level(Sample sample, Decision made) {
    return switch (made.kind()) {
      case CONFIRM -> sample.originalOrdinal();
      case ADJUST -> made.ordinal();
      case DEFER -> null;
    };
  }

  private static Problem refused(Violation violation) {
    return Problem.of(
            CalibrationProblem.PRECEDENT_NOT_CITABLE,
            "The decision doesn't fit the precedent that it names.")
        .with(violation);
  }
}
