package org.evenhand.kit.data.consume;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a consumer has seen: the highest sequence per source and subject. It is written in the
 * transaction of the effect, before the effect: when two instances hold the same record for a
 * moment (during a rebalance), the second waits at the row and then finds the record seen.
 */
@ApplicationScoped
public class Inbox {

  /** The events that are new to the handler, in order, which are now remembered as seen. */
  Uni<List<ReceivedEvent>> claim(
      Mutiny.Session session, EventHandler handler, List<ReceivedEvent> events) {
    return seen(session, handler, events)
        .chain(
            seen -> {
              List<ReceivedEvent> fresh = new ArrayList<>(events.size());
              Map<Subject, Long> highest = new HashMap<>();
              for (ReceivedEvent event : events) {
                Subject subject = Subject.of(event);
                Long last = highest.getOrDefault(subject, seen.get(subject));
                if (last == null || event.sequence() > last) {
                  fresh.add(event);
                  highest.put(subject, event.sequence());
                }
              }
              return remember(session, handler, highest).replaceWith(fresh);
            });
  }

  Uni<Void> clear(Mutiny.Session session, EventHandler handler) {
    return session
        .createNativeQuery(
            "delete from inbox where topic = ? and consumer = ?", new AffectedEntities())
        .setParameter(1, handler.topic())
        .setParameter(2, handler.group())
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Uni<Map<Subject, Long>> seen(
      Mutiny.Session session, EventHandler handler, List<ReceivedEvent> events) {
    List<Subject> subjects = events.stream().map(Subject::of).distinct().toList();
    return Rows.unflushed(
            session,
            "select i.source, i.subject, i.sequence from inbox i join"
                + " jsonb_to_recordset(cast(cast(:subjects as text) as jsonb))"
                + " as s(source text, subject text)"
                + " on i.source = s.source and i.subject = s.subject"
                + " where i.topic = :topic and i.consumer = :consumer")
        .bind("topic", handler.topic())
        .bind("consumer", handler.group())
        .bind("subjects", Json.write(subjects))
        .list(row -> Map.entry(Subject.of(row), row.bigint("sequence")))
        .map(
            seen ->
                seen.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** In one order everywhere, so that two instances can't deadlock on each other's rows. */
  private static Uni<Void> remember(
      Mutiny.Session session, EventHandler handler, Map<Subject, Long> highest) {
    if (highest.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Map<String, Object>> rows =
        highest.entrySet().stream()
            .map(
                entry ->
                    Map.<String, Object>of(
                        "source", entry.getKey().source(),
                        "subject", entry.getKey().subject(),
                        "sequence", entry.getValue()))
            .toList();
    return session
        .createNativeQuery(
            "insert into inbox as i (topic, consumer, source, subject, sequence)"
                + " select cast(?1 as text), cast(?2 as text), s.source, s.subject, s.sequence from"
                + " jsonb_to_recordset(cast(?3 as text)::jsonb)"
                + " as s(source text, subject text, sequence bigint)"
                + " order by s.source, s.subject"
                + " on conflict (topic, consumer, source, subject) do update"
                + " set sequence = excluded.sequence where i.sequence < excluded.sequence",
            new AffectedEntities())
        .setParameter(1, handler.topic())
        .setParameter(2, handler.group())
        .setParameter(3, Json.write(rows))
        .executeUpdate()
        .invoke(
            written -> {
              if (written != highest.size()) {
                throw new OvertakenException();
              }
            })
        .replaceWithVoid();
  }
}
