package org.evenhand.kit.data.consume;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which records of a batch are the latest states of their subjects. */
public final class LatestStates {

  /** In one order everywhere, so that two instances can't deadlock on each other's rows. */
  private static final String ADVANCE =
      """
      insert into topic_state as known (topic, consumer, source, subject, sequence)
      select cast(:topic as text), cast(:consumer as text), s.source, s.subject, s.sequence
      from jsonb_to_recordset(cast(cast(:states as text) as jsonb))
        as s(source text, subject text, sequence bigint)
      order by s.source, s.subject
      on conflict (topic, consumer, source, subject) do update set sequence = excluded.sequence
      where known.sequence <= excluded.sequence
      returning source, subject
      """;

  private LatestStates() {}

  /** Remembers them; the same state again still counts as the latest. */
  public static Uni<List<ReceivedEvent>> of(
      Mutiny.Session session, StateHandler handler, List<ReceivedEvent> batch) {
    Map<Subject, ReceivedEvent> latest = new LinkedHashMap<>();
    for (ReceivedEvent event : batch) {
      latest.merge(
          Subject.of(event),
          event,
          (known, next) -> known.sequence() > next.sequence() ? known : next);
    }
    return Rows.unflushed(session, ADVANCE)
        .bind("topic", handler.topic())
        .bind("consumer", handler.group())
        .bind("states", Json.write(latest.values().stream().map(State::of).toList()))
        .list(Subject::of)
        .map(Set::copyOf)
        .map(
            advanced ->
                latest.entrySet().stream()
                    .filter(state -> advanced.contains(state.getKey()))
                    .map(Map.Entry::getValue)
                    .toList());
  }

  private record State(String source, String subject, long sequence) {
    static State of(ReceivedEvent event) {
      return new State(event.source(), event.subject(), event.sequence());
    }
  }
}
