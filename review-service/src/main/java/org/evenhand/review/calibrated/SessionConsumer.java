package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Handles the events of calibration: the decisions of sessions, the reviews that they release, and
 * which precedents are out.
 */
@ApplicationScoped
class SessionConsumer implements EventHandler {

  private static final String TOPIC = "evenhand.internal.calibration";
  private static final String LOCKED = "org.evenhand.session.locked.v1";
  private static final String CANCELLED = "org.evenhand.session.cancelled.v1";
  private static final String PUBLISHED = "org.evenhand.precedent.published.v1";
  private static final String WITHDRAWN = "org.evenhand.precedent.withdrawn.v1";
  private static final String RELEASED = "org.evenhand.session.review-released.v1";

  private final Decisions decisions;
  private final Releases releases;
  private final KnownPrecedents precedents;
  private final Reasons reasons;

  SessionConsumer(
      Decisions decisions, Releases releases, KnownPrecedents precedents, Reasons reasons) {
    this.decisions = decisions;
    this.releases = releases;
    this.precedents = precedents;
    this.reasons = reasons;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  /** The reasons in words are fetched beforehand, because no event carries them. */
  @Override
  public Uni<EventHandler> informed(List<ReceivedEvent> batch) {
    List<UUID> locked = locks(batch).stream().map(SessionLocked::sessionId).distinct().toList();
    return decisions
        .unapplied(locked)
        .chain(reasons::of)
        .map(words -> new SessionsInWords(decisions, releases, precedents, words));
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return new SessionsInWords(decisions, releases, precedents, Map.of()).handle(session, batch);
  }

  private static List<SessionLocked> locks(List<ReceivedEvent> batch) {
    return batch.stream()
        .filter(event -> event.type().equals(LOCKED))
        .map(event -> event.as(SessionLocked.class))
        .toList();
  }

  /**
   * The consumer with the reasons that it has fetched.
   *
   * @param words the reasons of each session, by review
   */
  private record SessionsInWords(
      Decisions decisions,
      Releases releases,
      KnownPrecedents precedents,
      Map<UUID, Map<UUID, String>> words)
      implements EventHandler {

    @Override
    public String topic() {
      return TOPIC;
    }

    @Override
    public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
      return Multi.createFrom()
          .iterable(batch)
          .onItem()
          .transformToUniAndConcatenate(event -> take(session, event))
          .collect()
          .last()
          .replaceWithVoid();
    }

    private Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
      return switch (event.type()) {
        case LOCKED -> settle(session, event.as(SessionLocked.class));
        case CANCELLED -> releases.all(session, event.as(SessionReleased.class));
        case PUBLISHED -> precedents.published(session, event.as(PrecedentTold.class));
        case WITHDRAWN -> precedents.withdrawn(session, event.as(PrecedentTold.class));
        case RELEASED -> releases.some(session, event.as(SessionReleased.class));
        default -> Uni.createFrom().voidItem();
      };
    }

    private Uni<Void> settle(Mutiny.Session session, SessionLocked locked) {
      return decisions.settle(session, locked, Optional.ofNullable(words.get(locked.sessionId())));
    }
  }
}
