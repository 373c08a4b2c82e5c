package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.review.replay.Counted;
import org.evenhand.review.replay.Draft;
import org.evenhand.review.replay.Earlier;
import org.evenhand.review.replay.Refusal;
import org.evenhand.review.replay.Result;
import org.evenhand.review.replay.ToldOutcome;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** The counts of a replay, and what those before it have told. */
@ApplicationScoped
class Counts {

  private static final String ADD =
      """
      insert into replayed_outcome (replay_id, cycle_id, block, outcome, people)
      select :replay, :cycle, c.block, c.outcome, c.people
      from jsonb_to_recordset(cast(cast(:counted as text) as jsonb))
        as c(block text, outcome text, people bigint)
      on conflict (replay_id, cycle_id, block, outcome)
        do update set people = replayed_outcome.people + excluded.people
      """;

  /** How many there were is forgotten with it: some were one. */
  private static final String TELL =
      """
      insert into replayed_outcome (replay_id, cycle_id, block, outcome, told_as)
      select :replay, :cycle, t.block, t.outcome, t."toldAs"
      from jsonb_to_recordset(cast(cast(:told as text) as jsonb))
        as t(block text, outcome text, "toldAs" text)
      on conflict (replay_id, cycle_id, block, outcome)
        do update set people = null, told_as = excluded.told_as
      """;

  private static final String DRAFTS =
      """
      select c.turn, cast(r.draft as text) as draft
      from replayed_cycle c join impact_replay r on r.id = c.replay_id
      where c.cycle_id = :cycle and c.turn is not null
      order by c.turn
      """;

  private static final String TOLD =
      """
      select c.turn, o.block, o.outcome, o.told_as
      from replayed_cycle c
        join replayed_outcome o on o.replay_id = c.replay_id and o.cycle_id = c.cycle_id
      where c.cycle_id = :cycle and c.turn is not null
      """;

  Uni<Void> add(Mutiny.Session session, ReplayedCycle cycle, Collection<Counted> counted) {
    return counted.isEmpty()
        ? Uni.createFrom().voidItem()
        : write(session, ADD, cycle, "counted", Json.write(counted));
  }

  Uni<Void> tell(Mutiny.Session session, ReplayedCycle cycle, List<ToldOutcome> told) {
    return write(session, TELL, cycle, "told", Json.write(told));
  }

  /** Ends a cycle that was not counted wholly: what was counted so far is forgotten. */
  Uni<Void> refuse(Mutiny.Session session, ReplayedCycle cycle, Refusal why) {
    cycle.refuse(Result.refused(cycle.cycleId(), why));
    return session
        .createNativeQuery(
            "delete from replayed_outcome where replay_id = :replay and cycle_id = :cycle",
            new AffectedEntities())
        .setParameter("replay", cycle.replayId())
        .setParameter("cycle", cycle.cycleId())
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<List<Counted>> of(Mutiny.Session session, ReplayedCycle cycle) {
    return Rows.unflushed(
            session,
            "select block, outcome, people from replayed_outcome"
                + " where replay_id = :replay and cycle_id = :cycle")
        .bind("replay", cycle.replayId())
        .bind("cycle", cycle.cycleId())
        .list(row -> new Counted(row.text("block"), row.text("outcome"), row.bigint("people")));
  }

  /** How many replays of drafts of a policy have counted a cycle. */
  Uni<Integer> turns(Mutiny.Session session, UUID cycleId, UUID policyId) {
    return Rows.unflushed(
            session,
            "select cast(count(*) as int) as turns from replayed_cycle c"
                + " join impact_replay r on r.id = c.replay_id"
                + " where c.cycle_id = :cycle and c.turn is not null and r.policy_id = :policy")
        .bind("cycle", cycleId)
        .bind("policy", policyId)
        .one(row -> row.integer("turns"));
  }

  /** How many replays have counted a cycle. */
  Uni<Integer> turns(Mutiny.Session session, UUID cycleId) {
    return Rows.unflushed(
            session,
            "select coalesce(max(turn), 0) as turns from replayed_cycle where cycle_id = :cycle")
        .bind("cycle", cycleId)
        .one(row -> row.integer("turns"));
  }

  /** In the order in which they were counted. Each chunk asks, so each draft is read once. */
  Uni<List<Earlier>> earlier(Mutiny.Session session, UUID cycleId) {
    return Rows.unflushed(session, DRAFTS)
        .bind("cycle", cycleId)
        .list(Turn::of)
        .chain(
            turns ->
                Rows.unflushed(session, TOLD)
                    .bind("cycle", cycleId)
                    .list(Told::of)
                    .map(told -> earlier(turns, told)));
  }

  private record Turn(int turn, Draft draft) {
    static Turn of(Row row) {
      return new Turn(row.integer("turn"), row.json("draft", Draft.class));
    }
  }

  private record Told(int turn, String block, String outcome, String as) {
    static Told of(Row row) {
      return new Told(
          row.integer("turn"), row.text("block"), row.text("outcome"), row.text("told_as"));
    }
  }

  private static List<Earlier> earlier(List<Turn> turns, List<Told> told) {
    Map<Integer, Earlier> all = new LinkedHashMap<>();
    turns.forEach(turn -> all.put(turn.turn(), new Earlier(turn.draft())));
    told.forEach(
        each ->
            Objects.requireNonNull(all.get(each.turn()))
                .add(each.block(), each.outcome(), each.as()));
    return List.copyOf(all.values());
  }

  private static Uni<Void> write(
      Mutiny.Session session, String statement, ReplayedCycle cycle, String name, String json) {
    return session
        .createNativeQuery(statement, new AffectedEntities())
        .setParameter("replay", cycle.replayId())
        .setParameter("cycle", cycle.cycleId())
        .setParameter(name, json)
        .executeUpdate()
        .replaceWithVoid();
  }
}
