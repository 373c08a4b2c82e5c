package org.evenhand.review.policy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Stores what policy-service announces. An agreed cycle may wait for a version to take effect; it
 * is told by due work, so that this package doesn't have to know what depends on it.
 */
@ApplicationScoped
public class PolicyConsumer implements EventHandler {

  /** Due when a version has taken effect; the subject is the policy. */
  public static final String TOOK_EFFECT = "policy-took-effect";

  private static final String TYPE = "org.evenhand.policy.";

  private static final Map<String, PolicyState> STATES =
      Map.of(
          TYPE + "announced.v1", PolicyState.ANNOUNCED,
          TYPE + "effective.v1", PolicyState.EFFECTIVE,
          TYPE + "superseded.v1", PolicyState.SUPERSEDED,
          TYPE + "retired.v1", PolicyState.RETIRED,
          TYPE + "withdrawn.v1", PolicyState.WITHDRAWN);

  private final PolicyVersions versions;
  private final DueWork dueWork;
  private final Clock clock;

  PolicyConsumer(PolicyVersions versions, DueWork dueWork, Clock clock) {
    this.versions = versions;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "evenhand.policies";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> STATES.containsKey(event.type()))
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    PolicyPayload payload = event.as(PolicyPayload.class);
    PolicyState state = STATES.getOrDefault(event.type(), PolicyState.ANNOUNCED);
    return versions
        .find(session, payload.policyId(), payload.version())
        .chain(
            known ->
                known.isPresent()
                    ? Uni.createFrom().voidItem().invoke(() -> become(known.get(), payload, state))
                    : keep(session, payload, state))
        .chain(
            () ->
                state == PolicyState.EFFECTIVE
                    ? dueWork.schedule(session, TOOK_EFFECT, payload.policyId(), Instant.now(clock))
                    : Uni.createFrom().voidItem());
  }

  private static void become(PolicyVersion known, PolicyPayload payload, PolicyState state) {
    known.become(state);
    if (payload.contentHash() != null && payload.content() != null) {
      known.tellAgain(payload.contentHash(), payload.content());
    }
  }

  /** A version that was never announced, such as a withdrawn draft, doesn't matter here. */
  private static Uni<Void> keep(Mutiny.Session session, PolicyPayload payload, PolicyState state) {
    if (!state.canBePinned()) {
      return Uni.createFrom().voidItem();
    }
    return session.persist(
        new PolicyVersion(
            payload.id(),
            state,
            said(payload.contentHash(), "contentHash"),
            said(payload.effectiveOn(), "effectiveOn"),
            said(payload.content(), "content")));
  }

  private static <T> T said(@Nullable T value, String field) {
    return Optional.ofNullable(value)
        .orElseThrow(() -> new RefusedEvent("an announced version has no " + field));
  }
}
