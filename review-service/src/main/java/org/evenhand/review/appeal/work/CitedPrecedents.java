package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.appeal.Ground;
import org.evenhand.review.appeal.work.AppealRequests.FilingRequest;
import org.evenhand.review.calibrated.KnownPrecedents;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What the ground CONSISTENCY rests on: a precedent that is out, or a case in the appellant's
 * words, because not every case that was rated otherwise has become a precedent. A vote of the
 * panel can name one that is out.
 */
@ApplicationScoped
class CitedPrecedents {

  private final KnownPrecedents known;

  CitedPrecedents(KnownPrecedents known) {
    this.known = known;
  }

  /**
   * @param policy by which the appellant was rated
   * @throws Problem 422 where nothing is cited that has to be, or something that isn't there
   */
  Uni<Void> require(Mutiny.Session session, FilingRequest request, UUID policy) {
    UUID cited = request.precedentId();
    if (cited == null) {
      requireWords(request);
    }
    return requireOut(session, cited, policy);
  }

  /**
   * @param cited null where nothing is
   * @throws Problem 422 where it isn't there
   */
  Uni<Void> requireOut(Mutiny.Session session, @Nullable UUID cited, UUID policy) {
    if (cited == null) {
      return Uni.createFrom().voidItem();
    }
    return known
        .isOut(session, cited, policy)
        .invoke(
            out -> {
              if (!out) {
                throw Problem.of(
                        CommonProblem.RULE_VIOLATED, "No such precedent of the policy is out.")
                    .with(NOT_FOUND.at("/precedentId", "is no precedent that can be read"));
              }
            })
        .replaceWithVoid();
  }

  private static void requireWords(FilingRequest request) {
    if (request.grounds().contains(Ground.CONSISTENCY) && request.precedent() == null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "CONSISTENCY cites the precedent that differs.")
          .with(
              REQUIRED.at("/precedent", "is needed for CONSISTENCY where there is no precedentId"));
    }
  }
}
