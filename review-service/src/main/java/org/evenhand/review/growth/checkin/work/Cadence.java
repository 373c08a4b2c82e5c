package org.evenhand.review.growth.checkin.work;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.PoliciesInForce;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * How often the policy in force has two people meet. It is asked as they plan: a policy that
 * changes later changes no rhythm that they have.
 */
@ApplicationScoped
class Cadence {

  private static final String IN_FORCE =
      """
      select min(cast(p.content -> 'checkIns' ->> 'everyWeeks' as integer)) as weeks
      from assignment a %s
      where a.id = :assignment
      """
          .formatted(PoliciesInForce.JOINED);

  /**
   * After how many weeks the next one follows: as is asked, or as the policy has it where nothing
   * is; empty where neither says so.
   *
   * @throws Problem RULE_VIOLATED for longer ones than the policy's
   */
  Uni<Optional<Integer>> rhythm(
      Mutiny.Session session, UUID assignment, @Nullable Integer everyWeeks) {
    return Rows.of(session, IN_FORCE)
        .bind("assignment", assignment)
        .one(row -> Optional.ofNullable(row.orNull("weeks", Row::integer)))
        .map(
            policy -> {
              if (everyWeeks != null && policy.filter(most -> everyWeeks > most).isPresent()) {
                throw tooSeldom(policy.get());
              }
              return Optional.ofNullable(everyWeeks).or(() -> policy);
            });
  }

  private static Problem tooSeldom(int most) {
    return Problem.of(
            CommonProblem.RULE_VIOLATED, "The policy in force has people meet more often.")
        .with(RANGE.at("/everyWeeks", "must be %d at most".formatted(most)));
  }
}
