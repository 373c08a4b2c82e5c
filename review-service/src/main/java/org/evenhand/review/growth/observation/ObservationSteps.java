package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.observation.ObservationRequests.ReplyRequest;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;
import org.jspecify.annotations.Nullable;

/** What happens to an observation until a review cites it, and the person's reply also then. */
@ApplicationScoped
class ObservationSteps {

  private final Steps steps;
  private final ObservationContexts contexts;
  private final ObservationReading reading;
  private final ReviewRepository reviews;
  private final Directory directory;
  private final LineOfAuthor line;
  private final Idempotency idempotency;

  ObservationSteps(
      Steps steps,
      ObservationContexts contexts,
      ObservationReading reading,
      ReviewRepository reviews,
      Directory directory,
      LineOfAuthor line,
      Idempotency idempotency) {
    this.steps = steps;
    this.contexts = contexts;
    this.reading = reading;
    this.reviews = reviews;
    this.directory = directory;
    this.line = line;
    this.idempotency = idempotency;
  }

  Uni<Answer> tell(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        ObservationAction.TELLING,
        context ->
            directory
                .named(context.session(), context.observation().subjectId())
                .invoke(ObservationSteps::requireHere)
                .chain(() -> line.isAbove(context.session(), context.viewer(), subject(context)))
                .invoke(ObservationSteps::requireNotAbove)
                .invoke(() -> context.observation().tell(context.at()))
                .replaceWith(List.of()));
  }

  /** No answer that is remembered for a repeat says the words again. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        ObservationAction.WITHDRAWAL,
        context -> {
          context.observation().withdraw();
          return idempotency.takeWords(context.session(), List.of(id)).replaceWith(List.of());
        });
  }

  /** The reply travels with the observation into the review that cites it. */
  Uni<Answer> reply(UUID id, @Nullable String ifMatch, ReplyRequest request) {
    return take(
        id,
        ifMatch,
        ObservationAction.REPLY,
        context ->
            citing(context)
                .map(
                    reviews -> {
                      List<Review> open = unshared(reviews);
                      context.observation().reply(new Reply(request.text(), context.at()));
                      open.forEach(review -> review.reply(id, request.text()));
                      return open.stream()
                          .map(
                              review -> ReviewFacts.noted(review.id(), "observation-replied", null))
                          .toList();
                    }));
  }

  /**
   * @param step what else has come about, beside the observation itself
   */
  private Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      ObservationAction action,
      Function<ObservationContext, Uni<List<Fact>>> step) {
    return steps
        .load(session -> contexts.hold(session, id))
        .permit(context -> ObservationPermissions.require(action, context))
        .match(ifMatch, context -> context.observation().version())
        .take(
            context -> {
              context.observation().require(action);
              return step.apply(context);
            })
        .tell(
            (context, more) -> {
              List<Fact> facts = new ArrayList<>(context.facts(action.word()));
              facts.addAll(more);
              return facts;
            })
        .answer(
            (context, more) ->
                reading.of(context).map(view -> Answer.ok(context.observation().version(), view)));
  }

  /** The reviews that rest on it: one of each side at most. */
  private Uni<List<Review>> citing(ObservationContext context) {
    Set<UUID> ids =
        context.observation().citations().values().stream()
            .map(Citation::reviewId)
            .collect(Collectors.toSet());
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(id -> reviews.find(context.session(), id))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(Optional::stream).toList());
  }

  private static List<Review> unshared(List<Review> reviews) {
    List<Review> open = reviews.stream().filter(review -> !review.phase().isShared()).toList();
    if (open.isEmpty() && !reviews.isEmpty()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "The result that rests on it is shared: the answer to that is the acknowledgement.")
          .allowing(List.of());
    }
    return open;
  }

  private static UUID subject(ObservationContext context) {
    return context.observation().subjectId();
  }

  /** Who is told by name what people below them saw is told a view from below. */
  private static void requireNotAbove(boolean above) {
    if (above) {
      throw Problem.of(
          ReviewProblem.OBSERVED_NOT_POSSIBLE,
          "The person leads you now: what one sees of those who lead one is a view from below.");
    }
  }

  private static void requireHere(Optional<Employee> subject) {
    if (subject.filter(person -> !person.left()).isEmpty()) {
      throw Problem.of(
          ReviewProblem.OBSERVED_NOT_POSSIBLE, "Whoever has left can't be told any more.");
    }
  }
}
