package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.CycleCancelled;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives back what reviews rested on that are cancelled, so that those of another cycle can, and
 * takes their copies away, also from remembered answers: who takes an observation back then takes
 * back all of it. Looks at some in one transaction, until it finds none.
 */
@ApplicationScoped
class CancelledCitations implements CycleCancelled, DueTask {

  private static final String KIND = "citations-of-cancelled-reviews";
  private static final String SYSTEM = "review-service";
  private static final int CHUNK = 200;

  private static final String CITED =
      """
      select o.id, r.id as review from review r join observation o on o.review_id = r.id
      where r.cycle_id = :cycle and r.phase = 'CANCELLED'
      union all
      select o.id, r.id as review from review r join observation o on o.self_review_id = r.id
      where r.cycle_id = :cycle and r.phase = 'CANCELLED'
      order by id, review
      """;

  /** That a review which is cancelled rests on an observation. */
  private record Cited(UUID observation, UUID review) {}

  private final ObservationRepository observations;
  private final ReviewRepository reviews;
  private final Idempotency idempotency;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  CancelledCitations(
      ObservationRepository observations,
      ReviewRepository reviews,
      Idempotency idempotency,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.observations = observations;
    this.reviews = reviews;
    this.idempotency = idempotency;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> cancelled(Mutiny.Session session, UUID cycleId) {
    return dueWork.schedule(session, KIND, cycleId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return Rows.of(session, CITED)
        .bind("cycle", cycleId)
        .limit(CHUNK)
        .list(row -> new Cited(row.uuid("id"), row.uuid("review")))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : release(session, found).chain(() -> cancelled(session, cycleId)));
  }

  private Uni<Void> release(Mutiny.Session session, List<Cited> found) {
    Set<UUID> cancelled = found.stream().map(Cited::review).collect(Collectors.toSet());
    return reviews
        .locked(session, cancelled)
        .invoke(held -> held.forEach(review -> takeOut(review, found)))
        .call(() -> idempotency.takeWords(session, cancelled))
        .chain(
            () ->
                observations.byIds(
                    session, found.stream().map(Cited::observation).collect(Collectors.toSet())))
        .invoke(cited -> cited.forEach(each -> release(each, found)))
        .chain(
            released ->
                journal.write(
                    session,
                    SYSTEM,
                    () ->
                        released.stream()
                            .flatMap(each -> ObservationContext.facts(each, "released").stream())
                            .toList()));
  }

  private static void takeOut(Review review, List<Cited> found) {
    found.stream()
        .filter(cited -> cited.review().equals(review.id()))
        .forEach(cited -> review.takeOut(cited.observation()));
  }

  private static void release(GatheredObservation observation, List<Cited> found) {
    found.stream()
        .filter(cited -> cited.observation().equals(observation.id()))
        .forEach(cited -> observation.release(cited.review()));
  }
}
