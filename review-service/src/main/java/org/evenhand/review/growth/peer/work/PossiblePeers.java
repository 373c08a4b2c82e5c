package org.evenhand.review.growth.peer.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who can be a peer in a review: when they are named, and when they are agreed to. */
@ApplicationScoped
class PossiblePeers {

  private final Directory directory;

  PossiblePeers(Directory directory) {
    this.directory = directory;
  }

  /**
   * @param caller the reviewee, the reviewer, or who acts for the reviewer and asks nobody like
   *     themself
   * @param pointer where the caller has named the peer
   * @throws Problem 422
   */
  Uni<Void> require(Mutiny.Session session, Review review, UUID caller, UUID peer, String pointer) {
    return directory
        .byId(session, peer)
        .invoke(found -> requireHere(found, pointer))
        .chain(() -> directory.lineAbove(session, peer))
        .invoke(above -> requireBeside(review, caller, peer, above, pointer))
        .replaceWithVoid();
  }

  /** Whether somebody is away isn't everybody's to know: the reviewer learns it who asks them. */
  private static void requireHere(Optional<Employee> found, String pointer) {
    if (found.filter(person -> !person.left()).isEmpty()) {
      throw Problem.of(
              ReviewProblem.CONTRIBUTOR_NOT_POSSIBLE, "Nobody who works here goes by this id.")
          .with(NOT_FOUND.at(pointer, "is nobody who works here"));
    }
  }

  private static void requireBeside(
      Review review, UUID caller, UUID peer, List<UUID> above, String pointer) {
    if (peer.equals(review.employeeId())) {
      throw notPossible(pointer, "is the reviewee");
    }
    if (review.reviewerId().filter(peer::equals).isPresent()) {
      throw notPossible(pointer, "is the reviewer");
    }
    if (peer.equals(caller)) {
      throw notPossible(pointer, "acts for the reviewer");
    }
    if (above.contains(review.employeeId())) {
      throw notPossible(pointer, "is below the reviewee, and is asked in a round with others");
    }
  }

  static Problem notPossible(String pointer, String why) {
    return Problem.of(
            ReviewProblem.CONTRIBUTOR_NOT_POSSIBLE,
            "A peer works beside the reviewee; the reviewer adds as many as were named.")
        .with(NOT_ALLOWED.at(pointer, why));
  }
}
