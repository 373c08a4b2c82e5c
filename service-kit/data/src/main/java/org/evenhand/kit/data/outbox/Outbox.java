package org.evenhand.kit.data.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.address.PublicUrl;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The only way to Kafka: the event's row is written in the transaction of the change, and the relay
 * sends it after the commit. So there is no event without its change, and no change without its
 * event.
 */
@ApplicationScoped
public class Outbox {

  /**
   * Below Kafka's default of 1 MiB per record: a record that the broker refuses would block the
   * rest.
   */
  static final int MAX_PAYLOAD_CHARS = 512 * 1024;

  private static final int ROWS_PER_STATEMENT = 500;

  /** One text for any number of events, so that the server need not learn another one each time. */
  private static final String INSERT =
      """
      insert into outbox (aggregatetype, aggregateid, type, payload, topic, key, event_id, source,
        sequence, time, dataschema, traceparent)
      select "aggregateType", subject, type, payload, topic, key, "eventId", :source, sequence,
        cast(:time as timestamptz), dataschema, :traceparent
      from rows from (jsonb_to_recordset(cast(cast(:events as text) as jsonb)) as (
        "aggregateType" text, subject text, type text, payload text, topic text, key text,
        "eventId" uuid, sequence bigint, dataschema text)) with ordinality
      order by ordinality
      """;

  private final Clock clock;
  private final String source;
  private final String schemas = PublicUrl.of("/events/schemas/").toString();

  public Outbox(Clock clock, @ConfigProperty(name = "evenhand.source") String source) {
    this.clock = clock;
    this.source = source;
  }

  /** Writes the events in the order given, in the session's transaction. */
  public Uni<Void> append(Mutiny.Session session, OutboxEvent... events) {
    return append(session, List.of(events));
  }

  public Uni<Void> append(Mutiny.Session session, List<OutboxEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<OutboxEvent> now = events.subList(0, Math.min(ROWS_PER_STATEMENT, events.size()));
    List<OutboxEvent> rest = events.subList(now.size(), events.size());
    return insert(session, now).chain(() -> append(session, rest));
  }

  private Uni<Void> insert(Mutiny.Session session, List<OutboxEvent> events) {
    return session
        .createNativeQuery(INSERT, new AffectedEntities())
        .setParameter(
            "events", Json.write(events.stream().map(event -> Entry.of(event, schemas)).toList()))
        .setParameter("source", source)
        .setParameter("time", Instant.now(clock).atOffset(ZoneOffset.UTC))
        .setParameter("traceparent", traceparent())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** An event as its row is told of it. */
  private record Entry(
      String aggregateType,
      String subject,
      String type,
      @Nullable String payload,
      String topic,
      String key,
      UUID eventId,
      long sequence,
      String dataschema) {

    static Entry of(OutboxEvent event, String schemas) {
      return new Entry(
          Outbox.aggregateType(event.type()),
          event.subject(),
          event.type(),
          Outbox.payload(event),
          event.topic(),
          event.key(),
          Ids.next(),
          event.sequence(),
          schemas + event.type() + ".json");
    }
  }

  private static @Nullable String payload(OutboxEvent event) {
    if (event.data() == null) {
      return null;
    }
    String json = Json.write(event.data());
    if (json.length() > MAX_PAYLOAD_CHARS) {
      throw new IllegalArgumentException(
          event.type() + " of " + json.length() + " characters is too large for an event");
    }
    return json;
  }

  /** {@code org.evenhand.rating.shared.v1} tells of a {@code rating}. */
  private static String aggregateType(String type) {
    String[] parts = type.split("\\.", -1);
    return parts.length > 2 ? parts[2] : type;
  }

  private static @Nullable String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : null;
  }
}
