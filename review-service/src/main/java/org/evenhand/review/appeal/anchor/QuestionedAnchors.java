package org.evenhand.review.appeal.anchor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A hint to those who write the policy: appeals keep turning on how one anchor reads.
 *
 * <p>Nobody learns of it which appeals they were. Told at the moment of a decision it would stand
 * beside the rating that changes then, and say what that one turned on; so it is told when a month
 * begins, of whole groups of appeals: what is told then and was not before turns on one of five.
 */
@ApplicationScoped
public class QuestionedAnchors implements DueTask {

  static final String KIND = "questioned-anchors";

  private static final String TOPIC = "evenhand.cycles";
  private static final String TYPE = "org.evenhand.anchor.questioned.v1";

  private static final int APPEALS = 3;

  /**
   * The least group of the suite: decided appeals count five by five, in the order of their ends.
   */
  private static final int GROUP = 5;

  /** In an appeal an anchor counts that two of the three name in their last votes. */
  private static final String UNTOLD =
      """
      with ended as (
        select a.id, c.policy_version, a.panel,
          row_number() over (partition by c.policy_version order by a.ended_at, a.id) as number,
          count(*) over (partition by c.policy_version) as appeals
        from appeal a join review r on r.id = a.review_id join cycle c on c.id = r.cycle_id
        where c.policy_id = :policy and a.phase in ('RATING_CONFIRMED', 'RATING_CHANGED')
      ), decided as (
        select id, policy_version, panel from ended where number <= appeals / :group * :group
      ), named as (
        select d.policy_version, v -> 'anchor' ->> 'criterion' as criterion,
               cast(v -> 'anchor' ->> 'ordinal' as integer) as ordinal
        from decided d cross join lateral jsonb_array_elements(d.panel -> 'votes') v
        where v -> 'round' = d.panel -> 'round' and jsonb_typeof(v -> 'anchor') = 'object'
        group by d.id, 1, 2, 3
        having count(*) >= 2
      )
      select n.policy_version, n.criterion, n.ordinal, cast(count(*) as integer) as appeals
      from named n
      where not exists (select 1 from questioned_anchor q
          where q.policy_id = :policy and q.policy_version = n.policy_version
            and q.criterion = n.criterion and q.ordinal = n.ordinal)
      group by n.policy_version, n.criterion, n.ordinal
      having count(*) >= :appeals
      order by n.policy_version, n.criterion, n.ordinal
      """;

  private final Outbox outbox;
  private final DueWork dueWork;
  private final Clock clock;

  QuestionedAnchors(Outbox outbox, DueWork dueWork, Clock clock) {
    this.outbox = outbox;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** An appeal under this policy has been decided: it counts when the next month begins. */
  public Uni<Void> decided(Mutiny.Session session, UUID policy, Instant at) {
    Instant nextMonth =
        at.atOffset(ZoneOffset.UTC)
            .with(TemporalAdjusters.firstDayOfNextMonth())
            .truncatedTo(ChronoUnit.DAYS)
            .toInstant();
    return dueWork.schedule(session, KIND, policy, nextMonth);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID policy) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return Rows.of(session, UNTOLD)
        .bind("policy", policy)
        .bind("group", GROUP)
        .bind("appeals", APPEALS)
        .list(row -> new QuestionedAnchor(told(row, policy, now)))
        .chain(found -> tell(session, found));
  }

  private static QuestionedAnchor.Told told(Row row, UUID policy, Instant at) {
    return new QuestionedAnchor.Told(
        Ids.next(),
        policy,
        row.integer("policy_version"),
        row.text("criterion"),
        row.integer("ordinal"),
        row.integer("appeals"),
        at);
  }

  private Uni<Void> tell(Mutiny.Session session, List<QuestionedAnchor> found) {
    return session
        .persistAll(found.toArray())
        .chain(
            () ->
                outbox.append(
                    session, found.stream().map(QuestionedAnchor::told).map(this::event).toList()));
  }

  private OutboxEvent event(QuestionedAnchor.Told told) {
    String id = told.questionId().toString();
    return new OutboxEvent(TOPIC, TYPE, id, id, 1, told);
  }
}
