package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.pool.PoolListener;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A precedent ends with the result that it tells of: a review is opened again when its story was
 * wrong. It is looked at an hour later, because a topic that is read anew tells old states first.
 */
@ApplicationScoped
class ReopenedReviews implements PoolListener, DueTask {

  private static final String KIND = "precedent-reopening";
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final String SYSTEM = "calibration-service";

  private static final String REOPENED =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select cast(:kind as text), s.precedent_id, cast(:at as timestamptz),
             cast(:at as timestamptz)
      from precedent_source s join pool_review r on r.id = s.review_id
      where r.id = any (cast(:ids as uuid[])) and r.state <> 'FINAL' and not s.objected
      on conflict (kind, subject) do nothing
      """;

  private final PrecedentRepository precedents;
  private final Origins origins;
  private final Endings endings;
  private final Journal journal;
  private final Clock clock;

  ReopenedReviews(
      PrecedentRepository precedents,
      Origins origins,
      Endings endings,
      Journal journal,
      Clock clock) {
    this.precedents = precedents;
    this.origins = origins;
    this.endings = endings;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Uni<Void> reviewsChanged(Mutiny.Session db, Collection<UUID> reviews) {
    Instant later = clock.instant().plus(PATIENCE);
    return db.createNativeQuery(REOPENED)
        .setParameter("kind", KIND)
        .setParameter("at", later.atOffset(ZoneOffset.UTC))
        .setParameter("ids", reviews.toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID id) {
    return precedents
        .held(db, id)
        .chain(
            found ->
                found
                    .filter(precedent -> precedent.state() != PrecedentState.WITHDRAWN)
                    .map(precedent -> look(db, precedent))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> look(Mutiny.Session db, Precedent precedent) {
    return precedents
        .source(db, precedent.id())
        .chain(
            source ->
                source
                    .map(PrecedentSource::reviewId)
                    .map(review -> origins.isSettled(db, review))
                    .orElseGet(() -> Uni.createFrom().item(true)))
        .chain(settled -> settled ? Uni.createFrom().voidItem() : end(db, precedent));
  }

  private Uni<Void> end(Mutiny.Session db, Precedent precedent) {
    precedent.forget();
    return endings
        .follow(db, precedent)
        .chain(
            () ->
                journal.write(
                    db, SYSTEM, () -> List.of(PrecedentFacts.became(precedent, "reopened"))));
  }
}
