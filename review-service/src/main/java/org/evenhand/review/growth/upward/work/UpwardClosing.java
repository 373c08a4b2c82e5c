package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.upward.UpwardAnswers;
import org.evenhand.review.growth.upward.UpwardFacts;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.UpwardRound;
import org.evenhand.review.growth.upward.access.UpwardContexts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A round closes when its day is over where the manager works, however many have written; one whose
 * manager isn't there any more ends without being shown. The system is named as who did it.
 */
@ApplicationScoped
class UpwardClosing implements DueTask {

  static final String KIND = "upward-round-closing";
  private static final String SYSTEM = "review-service";

  /** The next result of the manager, in whichever assignment, that isn't shared yet. */
  private static final String ON_ITS_WAY =
      """
      select r.id from review r join cycle c on c.id = r.cycle_id
      where r.employee_id = :manager
        and r.phase in ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'IN_CALIBRATION', 'CALIBRATED',
          'NOT_CALIBRATED')
        and (r.revision > 1 or c.state not in ('CLOSED', 'CANCELLED'))
      order by r.id limit 1
      """;

  private final UpwardRepository rounds;
  private final UpwardAnswers answers;
  private final UpwardContexts contexts;
  private final SteadyLines lines;
  private final Posts posts;
  private final Places places;
  private final Journal journal;
  private final DueWork dueWork;

  UpwardClosing(
      UpwardRepository rounds,
      UpwardAnswers answers,
      UpwardContexts contexts,
      SteadyLines lines,
      Posts posts,
      Places places,
      Journal journal,
      DueWork dueWork) {
    this.rounds = rounds;
    this.answers = answers;
    this.contexts = contexts;
    this.lines = lines;
    this.posts = posts;
    this.places = places;
    this.journal = journal;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lines
        .hold(session)
        .chain(() -> rounds.hold(session, id))
        .chain(
            found ->
                found
                    .filter(UpwardRound::isOpen)
                    .map(round -> look(session, round))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> look(Mutiny.Session session, UpwardRound round) {
    return posts
        .get(session, round.assignmentId())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .chain(days -> look(session, round, post, days)));
  }

  private Uni<Void> look(Mutiny.Session session, UpwardRound round, Post post, WorkingDays days) {
    Instant now = contexts.now();
    Instant closing = days.endOf(round.closesOn());
    if (!round.isOf(post)) {
      return cancel(session, round, now);
    }
    // The manager may work elsewhere by now.
    return now.isBefore(closing)
        ? dueWork.schedule(session, KIND, round.id(), closing)
        : close(session, round, days, now);
  }

  private Uni<Void> cancel(Mutiny.Session session, UpwardRound round, Instant now) {
    round.cancel(null);
    UpwardFacts facts = new UpwardFacts(round, now);
    return answers
        .forget(session, round.id())
        .chain(() -> journal.write(session, SYSTEM, () -> List.of(facts.cancelled())));
  }

  private Uni<Void> close(
      Mutiny.Session session, UpwardRound round, WorkingDays days, Instant now) {
    UpwardFacts facts = new UpwardFacts(round, now);
    return onItsWay(session, round)
        .chain(
            review ->
                answers
                    .layApart(session, round.id(), days.today(now))
                    .invoke(shown -> round.close(shown, review.orElse(null))))
        .chain(() -> journal.write(session, SYSTEM, () -> List.of(facts.closed())));
  }

  private static Uni<Optional<UUID>> onItsWay(Mutiny.Session session, UpwardRound round) {
    return Rows.of(session, ON_ITS_WAY)
        .bind("manager", round.aboutId())
        .atMostOne(row -> row.uuid("id"));
  }
}
