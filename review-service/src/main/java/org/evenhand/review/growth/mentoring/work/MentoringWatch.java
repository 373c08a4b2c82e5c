package org.evenhand.review.growth.mentoring.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.mentoring.Mentoring;
import org.evenhand.review.growth.mentoring.MentoringFacts;
import org.evenhand.review.growth.mentoring.MentoringRepository;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.mutiny.Mutiny;

/** Follows the two as they go, are away, come back, and get a line to one another. */
@ApplicationScoped
class MentoringWatch implements Follower {

  static final String KIND = "mentoring-watch";
  private static final String SYSTEM = "review-service";

  private static final String CONCERNED =
      """
      with near as (
        select told.id from told
        union
        select below.employee from told
          join reporting_line below on below.above = told.id and below.relationship = 'LINE')
      select distinct m.id
      from near join mentoring m on m.mentor_id = near.id or m.mentee_id = near.id
      where m.state in ('ASKED', 'AGREED', 'ACTIVE', 'PAUSED')
      """;

  /** Whoever left and came back since then begins anew. */
  private static final String ONE =
      """
      select m.id,
        %s or exists (select 1 from reporting_line line
          where line.employee = m.mentor_id and line.above = m.mentee_id
             or line.employee = m.mentee_id and line.above = m.mentor_id) as apart,
        exists (select 1 from employee e
          where e.id in (m.mentor_id, m.mentee_id) and e.status = 'ON_LEAVE') as away,
        greatest(m.status_seen, (select max(s.id) from status_change s
          where s.employee_id in (m.mentor_id, m.mentee_id))) as seen
      from mentoring m
      where m.id = :id and m.state in ('ASKED', 'AGREED', 'ACTIVE', 'PAUSED')
      for update of m
      """
          .formatted(Exits.since("any(array[m.mentor_id, m.mentee_id])", "m.status_seen"));

  private final MentoringRepository mentorings;
  private final SteadyLines lines;
  private final Idempotency idempotency;
  private final Journal journal;

  MentoringWatch(
      MentoringRepository mentorings, SteadyLines lines, Idempotency idempotency, Journal journal) {
    this.mentorings = mentorings;
    this.lines = lines;
    this.idempotency = idempotency;
    this.journal = journal;
  }

  @Override
  public String concerned() {
    return CONCERNED;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lines
        .hold(session)
        .chain(() -> Rows.of(session, ONE).bind("id", id).list(row -> row))
        .chain(
            found ->
                found.isEmpty() ? Uni.createFrom().voidItem() : follow(session, id, found.get(0)));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Row now) {
    return mentorings
        .get(session, id)
        .chain(
            mentoring ->
                mentoring.follow(now.flag("apart"), now.flag("away"), now.bigint("seen"))
                    ? takeWords(session, mentoring)
                        .chain(
                            () ->
                                journal.write(
                                    session,
                                    SYSTEM,
                                    () -> List.of(MentoringFacts.noted(mentoring, "followed"))))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> takeWords(Mutiny.Session session, Mentoring mentoring) {
    return mentoring.state().isOver()
        ? idempotency.takeWords(session, List.of(mentoring.id()))
        : Uni.createFrom().voidItem();
  }
}
