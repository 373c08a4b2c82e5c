package org.evenhand.review.growth.peer.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Asks those whom the reviewer has agreed to, once there are two who have room for it. */
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
   * The reviewer wants one more.
   *
   * @param all of the review, with or without the one
   * @return what came about with the review
   * @throws Problem 422 where the peer is away, or as many wait for them as may; not who
   */
  Uni<List<Fact>> ask(
      Mutiny.Session session,
      Review review,
      List<PeerRequest> all,
      PeerRequest one,
      String pointer) {
    List<PeerRequest> wanted = Stream.concat(all.stream(), Stream.of(one)).distinct().toList();
    return requireAtWork(session, one, pointer)
        .chain(() -> requests.free(session, peers(wanted), MOST_OPEN))
        .map(
            free -> {
              if (!free.contains(one.peerId())) {
                throw notPossible(pointer, "has %d open requests already".formatted(MOST_OPEN));
              }
              return ask(review, wanted, free);
            });
  }

  /** Somebody may have room again for whom too many waited. */
  Uni<List<Fact>> ask(Mutiny.Session session, Review review, List<PeerRequest> all) {
    return requests.free(session, peers(all), MOST_OPEN).map(free -> ask(review, all, free));
  }

  private Uni<Void> requireAtWork(Mutiny.Session session, PeerRequest one, String pointer) {
    return directory
        .named(session, one.peerId())
        .invoke(
            found -> {
              if (found.filter(peer -> peer.status() == EmploymentStatus.ACTIVE).isEmpty()) {
                throw notPossible(pointer, "is not at work");
              }
            })
        .replaceWithVoid();
  }

  private static Problem notPossible(String pointer, String why) {
    return Problem.of(ReviewProblem.CONTRIBUTOR_NOT_POSSIBLE, "This person can't be asked now.")
        .with(NOT_ALLOWED.at(pointer, why));
  }

  private static Set<UUID> peers(List<PeerRequest> all) {
    return agreed(all).map(PeerRequest::peerId).collect(Collectors.toSet());
  }

  private static Stream<PeerRequest> agreed(List<PeerRequest> all) {
    return all.stream().filter(request -> request.state() == PeerState.AGREED);
  }

  /** Whoever is asked hides among others who are asked, now or before. */
  private static List<Fact> ask(Review review, List<PeerRequest> all, Set<UUID> free) {
    List<PeerRequest> next = agreed(all).filter(one -> free.contains(one.peerId())).toList();
    long before = all.stream().filter(PeerRequest::wasAsked).count();
    return before + next.size() < PeerRequest.FEWEST
        ? List.of()
        : next.stream().map(request -> ask(review, request)).toList();
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
