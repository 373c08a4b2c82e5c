package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is scored in a quarter counts for it once it is revealed, and nobody is late because others
 * reveal it later. Until then nothing may tell who has scored: so there is more time for all raters
 * of a session in which anybody has scored in the quarter.
 */
@ApplicationScoped
class AwaitedReveals {

  /** How long there is always time: two weeks at least are left when it is revealed. */
  private static final int DAYS = 21;

  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration BEFORE_IT_IS_LATE = Duration.ofHours(1);

  private static final String AMONG =
      """
      select o.id from calibration_obligation o
      where o.id = any (cast(:ids as uuid[])) and exists (
        select 1 from calibration_session c
        where c.state = 'BLIND_SCORING' and o.manager_id = any (c.rater_ids) and exists (
          select 1 from sample s join score on score.sample_id = s.id
          where s.session_id = c.id
            and score.scored_at >= cast(o.first_day as timestamp) at time zone 'Etc/GMT-14'
            and score.scored_at
              < cast(o.first_day + interval '3 months' as timestamp) at time zone 'Etc/GMT+12'))
      """;

  private static final String LATE_AT =
      """
      select min(due_at) as at from duty
      where subject = any (cast(:ids as uuid[])) and kind = '%s' and state = 'DUE'
        and due_at > :after
      """
          .formatted(CheckDuty.CALIBRATION_CHECK.name());

  private final DueWork dueWork;
  private final Clock clock;

  AwaitedReveals(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** Those of the obligations that may be met by what is still hidden. */
  Uni<Set<UUID>> among(Mutiny.Session db, Collection<UUID> obligations) {
    return Rows.of(db, AMONG)
        .bind("ids", obligations.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /**
   * By when a quarter's checks are to be done.
   *
   * @param awaited whether they may be met by what is still hidden
   */
  LocalDate lastDay(Quarter quarter, boolean awaited) {
    LocalDate today = LocalDate.now(clock);
    return awaited && !today.isBefore(quarter.last()) ? today.plusDays(DAYS) : quarter.last();
  }

  /** Has a manager looked at again in time, where one of these may wait for a reveal by then. */
  Uni<Void> lookAgain(Mutiny.Session db, UUID manager, List<UUID> obligations) {
    Instant now = clock.instant();
    return among(db, obligations)
        .chain(
            awaited ->
                lateAt(db, obligations, now.plus(BEFORE_IT_IS_LATE))
                    .map(late -> late.map(at -> at.minus(BEFORE_IT_IS_LATE)))
                    .map(
                        last ->
                            Stream.concat(
                                    last.stream(),
                                    awaited.stream().limit(1).map(any -> now.plus(A_WEEK)))
                                .min(Instant::compareTo)))
        .chain(
            next ->
                next.map(at -> dueWork.schedule(db, ObligationWatch.KIND, manager, at))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private static Uni<Optional<Instant>> lateAt(
      Mutiny.Session db, List<UUID> obligations, Instant after) {
    return Rows.of(db, LATE_AT)
        .bind("ids", obligations.toArray(UUID[]::new))
        .bind("after", after.atOffset(ZoneOffset.UTC))
        .one(row -> Optional.ofNullable(row.orNull("at", Row::instant)));
  }
}
