package org.evenhand.review.growth.peer.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.growth.peer.PeerState;
import org.evenhand.review.growth.peer.work.PeerBodies.Nomination;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;

/** The reviewee names peers; the reviewer adds some, as many as were named. */
@ApplicationScoped
class PeerNominating {

  private static final String POINTER = "/employeeId";

  /** What came about: the request, and what it brought to the review. */
  private record Named(PeerRequest request, List<Fact> facts) {}

  private final Steps steps;
  private final ReviewContexts reviews;
  private final PeerContexts contexts;
  private final PeerRepository requests;
  private final PeerAsking asking;
  private final PeerReading reading;
  private final Directory directory;
  private final Access access;

  PeerNominating(
      Steps steps,
      ReviewContexts reviews,
      PeerContexts contexts,
      PeerRepository requests,
      PeerAsking asking,
      PeerReading reading,
      Directory directory,
      Access access) {
    this.steps = steps;
    this.reviews = reviews;
    this.contexts = contexts;
    this.requests = requests;
    this.asking = asking;
    this.reading = reading;
    this.directory = directory;
    this.access = access;
  }

  Uni<Answer> nominate(Nomination body) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    .chain(viewer -> reviews.of(session, body.reviewId(), viewer)))
        .permit(PeerNominating::requireParty)
        .add()
        .take(
            context -> {
              context.review().require(ReviewAction.PEER_CONTRIBUTION, context.cycle().state());
              return requirePossible(context, body.employeeId())
                  .chain(() -> requests.holdAll(context.session(), body.reviewId()))
                  .chain(all -> name(context, all, body.employeeId()));
            })
        .tell((context, named) -> facts(named))
        .answer(
            (context, named) ->
                contexts
                    .of(context.session(), named.request().id(), context.viewer())
                    .chain(
                        seen ->
                            reading
                                .view(seen)
                                .map(
                                    view ->
                                        Answer.created(
                                            URI.create("/v1/peer-requests/" + view.id()),
                                            seen.version(),
                                            view))));
  }

  private static void requireParty(ReviewContext context) {
    if (!isReviewee(context) && !context.relations().contains(Relation.REVIEWER)) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Peers are named by the reviewee, and by the reviewer.");
    }
  }

  private static boolean isReviewee(ReviewContext context) {
    return context.relations().contains(Relation.OWN);
  }

  private Uni<Void> requirePossible(ReviewContext context, UUID peer) {
    Review review = context.review();
    return directory
        .byId(context.session(), peer)
        .invoke(PeerNominating::requireHere)
        .chain(() -> directory.lineAbove(context.session(), peer))
        .invoke(
            above -> {
              if (peer.equals(review.employeeId())) {
                throw notPossible("is the reviewee");
              }
              if (review.reviewerId().filter(peer::equals).isPresent()) {
                throw notPossible("is the reviewer");
              }
              if (above.contains(review.employeeId())) {
                throw notPossible("is below the reviewee, and is asked in a round with others");
              }
            })
        .replaceWithVoid();
  }

  /** Whether somebody is away isn't everybody's to know: the reviewer learns it who asks them. */
  private static void requireHere(Optional<Employee> found) {
    if (found.filter(person -> !person.left()).isEmpty()) {
      throw Problem.of(
              ReviewProblem.CONTRIBUTOR_NOT_POSSIBLE, "Nobody who works here goes by this id.")
          .with(NOT_FOUND.at(POINTER, "is nobody who works here"));
    }
  }

  private Uni<Named> name(ReviewContext context, List<PeerRequest> all, UUID peer) {
    requireRoom(context, all, peer);
    UUID id = Ids.next();
    PeerRequest request =
        isReviewee(context)
            ? PeerRequest.nominated(id, context.review().id(), peer)
            : PeerRequest.added(id, context.review().id(), peer);
    Uni<List<Fact>> asked =
        request.byReviewee()
            ? Uni.createFrom().item(List.of())
            : asking
                .requirePossible(context.session(), request, POINTER)
                .chain(
                    () ->
                        asking.ask(
                            context.session(),
                            context.review(),
                            Stream.concat(all.stream(), Stream.of(request)).toList()));
    return context
        .session()
        .persist(request)
        .chain(() -> asked)
        .map(facts -> new Named(request, facts));
  }

  /** Who was struck or said no isn't named again; who was away or gone may be. */
  private static void requireRoom(ReviewContext context, List<PeerRequest> all, UUID peer) {
    boolean settled =
        all.stream()
            .filter(request -> request.peerId().equals(peer))
            .anyMatch(request -> request.state() != PeerState.LAPSED);
    if (settled) {
      throw notPossible("has been named already");
    }
    if (all.stream().filter(request -> request.state().isLiving()).count() >= PeerRequest.MOST) {
      throw notPossible("would be one more than %d".formatted(PeerRequest.MOST));
    }
    long named = all.stream().filter(PeerRequest::byReviewee).count();
    if (!isReviewee(context) && all.size() - named >= named) {
      throw notPossible("would be one more than the reviewee has named");
    }
  }

  private static Problem notPossible(String why) {
    return Problem.of(
            ReviewProblem.CONTRIBUTOR_NOT_POSSIBLE,
            "A peer works beside the reviewee; the reviewer adds as many as were named.")
        .with(NOT_ALLOWED.at(POINTER, why));
  }

  private static List<Fact> facts(Named named) {
    String what = named.request().byReviewee() ? "nominated" : "added";
    return Stream.concat(Stream.of(named.request().fact(what)), named.facts().stream()).toList();
  }
}
