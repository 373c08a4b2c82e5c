package org.evenhand.review.growth.peer.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.growth.peer.PeerState;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Contributor;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks those whom the reviewer has agreed to, once there are two. */
@ApplicationScoped
class PeerAsking {

  private static final int MOST_OPEN = 10;

  private final PeerRepository requests;
  private final Directory directory;

  PeerAsking(PeerRepository requests, Directory directory) {
    this.requests = requests;
    this.directory = directory;
  }

  /**
   * @throws Problem 422 where the peer is away, or as many wait for them as may; not who
   */
  Uni<Void> requirePossible(Mutiny.Session session, PeerRequest request, String pointer) {
    return directory
        .named(session, request.peerId())
        .invoke(
            found -> {
              if (found.filter(one -> one.status() == EmploymentStatus.ACTIVE).isEmpty()) {
                throw notPossible(pointer, "is not at work");
              }
            })
        .chain(() -> requests.openOf(session, request.peerId()))
        .invoke(
            open -> {
              if (open >= MOST_OPEN) {
                throw notPossible(pointer, "has %d open requests already".formatted(MOST_OPEN));
              }
            })
        .replaceWithVoid();
  }

  private static Problem notPossible(String pointer, String why) {
    return Problem.of(ReviewProblem.CONTRIBUTOR_NOT_POSSIBLE, "This person can't be asked now.")
        .with(NOT_ALLOWED.at(pointer, why));
  }

  /**
   * In the order of the peers: of two who ask the same ones neither waits for the other for ever.
   *
   * @return what came about with the review
   */
  Uni<List<Fact>> ask(Mutiny.Session session, Review review, List<PeerRequest> all) {
    List<Fact> asked = new ArrayList<>();
    Uni<Void> done = Uni.createFrom().voidItem();
    if (all.stream().filter(PeerAsking::counts).count() >= PeerRequest.FEWEST) {
      for (PeerRequest request : agreed(all)) {
        done =
            done.chain(() -> requests.openOf(session, request.peerId()))
                .invoke(
                    open -> {
                      if (open < MOST_OPEN) {
                        asked.add(ask(review, request));
                      }
                    })
                .replaceWithVoid();
      }
    }
    return done.replaceWith(asked);
  }

  private static List<PeerRequest> agreed(List<PeerRequest> all) {
    return all.stream()
        .filter(request -> request.state() == PeerState.AGREED)
        .sorted(Comparator.comparing(PeerRequest::peerId))
        .toList();
  }

  /** Whether somebody hides among others with this one: is to be asked, or was. */
  private static boolean counts(PeerRequest request) {
    return request.state() == PeerState.AGREED || request.wasAsked();
  }

  private static Fact ask(Review review, PeerRequest request) {
    request.ask();
    review.invite(new Contributor(request.peerId(), ContributionType.PEER));
    return ReviewFacts.noted(
        review.id(),
        "contributor-asked",
        Map.of("employeeId", request.peerId(), "type", ContributionType.PEER));
  }
}
