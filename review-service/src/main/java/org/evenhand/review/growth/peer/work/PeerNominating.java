package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.peer.Peer;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.growth.peer.PeerState;
import org.evenhand.review.growth.peer.work.PeerBodies.Nomination;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;

/** The reviewee names peers; the reviewer adds some, as many as were named. */
@ApplicationScoped
class PeerNominating {

  private static final String POINTER = "/employeeId";

  /**
   * What came about with a request, and what it brought to the review.
   *
   * @param what as the audit names it
   */
  private record Named(PeerRequest request, String what, List<Fact> facts) {}

  private final Steps steps;
  private final ReviewContexts reviews;
  private final PeerContexts contexts;
  private final PeerRepository requests;
  private final PeerAsking asking;
  private final PeerReading reading;
  private final PossiblePeers possible;
  private final Access access;

  PeerNominating(
      Steps steps,
      ReviewContexts reviews,
      PeerContexts contexts,
      PeerRepository requests,
      PeerAsking asking,
      PeerReading reading,
      PossiblePeers possible,
      Access access) {
    this.steps = steps;
    this.reviews = reviews;
    this.contexts = contexts;
    this.requests = requests;
    this.asking = asking;
    this.reading = reading;
    this.possible = possible;
    this.access = access;
  }

  Uni<Answer> nominate(Nomination body) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    .call(() -> requests.holdReview(session, body.reviewId()))
                    .chain(viewer -> reviews.of(session, body.reviewId(), viewer)))
        .permit(PeerNominating::requireParty)
        .add()
        .take(
            context -> {
              context.review().require(ReviewAction.PEER_CONTRIBUTION, context.cycle().state());
              return possible
                  .require(
                      context.session(),
                      context.review(),
                      context.actor(),
                      body.employeeId(),
                      POINTER)
                  .chain(() -> requests.ofReview(context.session(), body.reviewId()))
                  .chain(
                      all ->
                          Exits.seen(context.session(), List.of(body.employeeId()))
                              .map(seen -> peer(body.employeeId(), seen))
                              .chain(peer -> name(context, all, peer)));
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

  private static Peer peer(UUID id, Map<UUID, Long> seen) {
    return new Peer(id, seen.getOrDefault(id, 0L));
  }

  private Uni<Named> name(ReviewContext context, List<PeerRequest> all, Peer peer) {
    return isReviewee(context) ? nominate(context, all, peer) : add(context, all, peer);
  }

  /**
   * Judged by what the reviewee sees alone: not whom the reviewer has added, nor what came of it.
   */
  private static Uni<Named> nominate(ReviewContext context, List<PeerRequest> all, Peer peer) {
    List<PeerRequest> named = all.stream().filter(PeerRequest::byReviewee).toList();
    requireNew(named.stream(), peer.id());
    if (named.stream().filter(one -> one.state() != PeerState.STRUCK).count() >= PeerRequest.MOST) {
      throw tooMany();
    }
    return all.stream()
        .filter(one -> one.peerId().equals(peer.id()) && one.wasAgreedTo())
        .findFirst()
        .map(
            added -> {
              added.nameToo();
              return Uni.createFrom().item(new Named(added, "nominated", List.of()));
            })
        .orElseGet(
            () -> {
              PeerRequest request = PeerRequest.nominated(Ids.next(), context.review().id(), peer);
              return context
                  .session()
                  .persist(request)
                  .replaceWith(() -> new Named(request, "nominated", List.of()));
            });
  }

  /** Who was struck or said no isn't asked again; who was away may be. */
  private Uni<Named> add(ReviewContext context, List<PeerRequest> all, Peer peer) {
    requireNew(all.stream().filter(one -> one.state() != PeerState.LAPSED), peer.id());
    if (all.stream().filter(one -> one.state().isLiving()).count() >= PeerRequest.MOST) {
      throw tooMany();
    }
    long named = all.stream().filter(PeerRequest::byReviewee).count();
    if (all.size() - named >= named) {
      throw PossiblePeers.notPossible(POINTER, "would be one more than the reviewee has named");
    }
    PeerRequest request = PeerRequest.added(Ids.next(), context.review().id(), peer);
    return context
        .session()
        .persist(request)
        .chain(() -> asking.ask(context.session(), context.review(), all, request, POINTER))
        .map(facts -> new Named(request, "added", facts));
  }

  private static void requireNew(Stream<PeerRequest> settled, UUID peer) {
    if (settled.anyMatch(one -> one.peerId().equals(peer))) {
      throw PossiblePeers.notPossible(POINTER, "has been named already");
    }
  }

  private static Problem tooMany() {
    return PossiblePeers.notPossible(
        POINTER, "would be one more than %d".formatted(PeerRequest.MOST));
  }

  private static List<Fact> facts(Named named) {
    return Stream.concat(Stream.of(named.request().fact(named.what())), named.facts().stream())
        .toList();
  }
}
