package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.peer.PeerRefusal;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.growth.peer.PeerStep;
import org.evenhand.review.review.ReviewAction;
import org.jspecify.annotations.Nullable;

/** What the reviewer says of those whom the reviewee has named, and what a peer declines. */
@ApplicationScoped
class PeerAnswering {

  /** The JSON pointer to a whole body: the peer is the one of the request. */
  private static final String WHOLE = "";

  private final Steps steps;
  private final PeerContexts contexts;
  private final PeerRepository requests;
  private final PossiblePeers possible;
  private final PeerAsking asking;
  private final PeerReleasing releasing;
  private final PeerReading reading;
  private final Access access;

  PeerAnswering(
      Steps steps,
      PeerContexts contexts,
      PeerRepository requests,
      PossiblePeers possible,
      PeerAsking asking,
      PeerReleasing releasing,
      PeerReading reading,
      Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.requests = requests;
    this.possible = possible;
    this.asking = asking;
    this.releasing = releasing;
    this.reading = reading;
    this.access = access;
  }

  Uni<Answer> agree(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        PeerStep.AGREEMENT,
        context ->
            possible
                .require(
                    context.session(),
                    context.review(),
                    context.actor(),
                    context.request().peerId(),
                    WHOLE)
                .chain(() -> requests.ofReview(context.session(), context.review().id()))
                .invoke(PeerAnswering::requireRoom)
                .chain(
                    all -> {
                      context.request().agree();
                      return asking.ask(
                          context.session(), context.review(), all, context.request(), WHOLE);
                    }));
  }

  private static void requireRoom(List<PeerRequest> all) {
    if (all.stream().filter(one -> one.wasAgreedTo() && one.state().isLiving()).count()
        >= PeerRequest.MOST) {
      throw PossiblePeers.notPossible(
          WHOLE, "would be one more than %d".formatted(PeerRequest.MOST));
    }
  }

  Uni<Answer> strike(UUID id, @Nullable String ifMatch, String reason) {
    return take(
        id,
        ifMatch,
        PeerStep.STRIKING,
        context -> {
          context.request().strike(reason);
          return Uni.createFrom().item(List.of());
        });
  }

  Uni<Answer> decline(UUID id, @Nullable String ifMatch, PeerRefusal code) {
    return take(
        id,
        ifMatch,
        PeerStep.REFUSAL,
        context -> {
          context.request().decline(code);
          return releasing
              .release(context.session(), context.review(), context.request())
              .replaceWith(List.of());
        });
  }

  /**
   * @param taken gives what came about with the review
   */
  private Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      PeerStep step,
      Function<PeerContext, Uni<List<Fact>>> taken) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    .call(() -> requests.holdReviewOf(session, id))
                    .chain(viewer -> contexts.of(session, id, viewer)))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, PeerContext::version)
        .take(
            context -> {
              context.review().require(ReviewAction.PEER_CONTRIBUTION, context.cycle().state());
              context.request().require(step);
              return taken.apply(context);
            })
        .tell(
            (context, facts) ->
                Stream.concat(Stream.of(context.request().fact(step.word())), facts.stream())
                    .toList())
        .answer(
            (context, facts) ->
                reading.view(context).map(view -> Answer.ok(context.version(), view)));
  }

  private static void requirePermitted(PeerContext context, PeerStep step) {
    if (!step.isOf(context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This request is not yours for " + step.operation() + ".");
    }
  }
}
