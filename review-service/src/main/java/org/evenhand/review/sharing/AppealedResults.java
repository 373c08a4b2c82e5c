package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.review.AppealOutcome;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What an appeal does to the result that it is about, in the appeal's transaction. The service
 * itself is the author: the review's chain doesn't tell which of the panel signed last.
 */
@ApplicationScoped
public class AppealedResults {

  private static final String SYSTEM = "review-service";

  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Places places;
  private final Publication publication;
  private final Journal journal;
  private final DueWork dueWork;

  AppealedResults(
      CycleRepository cycles,
      PolicyVersions policies,
      Places places,
      Publication publication,
      Journal journal,
      DueWork dueWork) {
    this.cycles = cycles;
    this.policies = policies;
    this.places = places;
    this.publication = publication;
    this.journal = journal;
    this.dueWork = dueWork;
  }

  public Uni<Void> filed(Mutiny.Session session, Review review, UUID appeal, Instant at) {
    review.appeal(appeal);
    return noted(session, review, ReviewFacts.APPEAL_FILED, appeal)
        .chain(() -> flag(session, review, Publication.APPEALED, at));
  }

  /** It ended, and the result stays: now the review may become final. */
  public Uni<Void> ended(Mutiny.Session session, Review review, UUID appeal, Instant at) {
    review.endAppeal();
    return noted(session, review, ReviewFacts.APPEAL_ENDED, appeal)
        .chain(() -> flag(session, review, Publication.APPEAL_ENDED, at))
        .chain(() -> dueWork.schedule(session, AnswerWatch.KIND, review.cycleId(), at));
  }

  /** Another level counts from now on, as another revision. */
  public Uni<Void> changed(Mutiny.Session session, Review review, AppealOutcome decided) {
    Instant at = decided.at();
    return in(
            session,
            review,
            (cycle, policy) ->
                places
                    .at(session, review.placement().workLocation())
                    .map(days -> review.revise(decided, days, policy.appeals()))
                    .chain(type -> tell(session, review, type, cycle, policy.scale(), at)))
        .chain(() -> dueWork.schedule(session, AnswerWatch.KIND, review.cycleId(), at));
  }

  private Uni<Void> tell(
      Mutiny.Session session,
      Review review,
      ReviewEventType type,
      Cycle cycle,
      RatingScale scale,
      Instant at) {
    return journal
        .write(session, SYSTEM, () -> new ReviewFacts(cycle, scale, type, at).of(review))
        .chain(() -> publication.publish(session, List.of(review), cycle, scale, at));
  }

  private Uni<Void> flag(Mutiny.Session session, Review review, String type, Instant at) {
    return in(
        session,
        review,
        (cycle, policy) -> publication.flag(session, review, type, cycle, policy.scale(), at));
  }

  private Uni<Void> noted(Mutiny.Session session, Review review, String what, UUID appeal) {
    return journal.write(
        session,
        SYSTEM,
        () -> List.of(ReviewFacts.noted(review.id(), what, Map.of("appealId", appeal))));
  }

  private Uni<Void> in(
      Mutiny.Session session, Review review, BiFunction<Cycle, PolicyContent, Uni<Void>> told) {
    return cycles
        .get(session, review.cycleId())
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .chain(policy -> told.apply(cycle, policy.content())));
  }
}
