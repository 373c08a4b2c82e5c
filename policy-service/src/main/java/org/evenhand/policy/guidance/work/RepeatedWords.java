package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.idempotency.IdempotencySettings;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.access.Claims;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets no repeat of a command say words to somebody who may read them no more. What was answered
 * before answers are forgotten is no concern: nothing is remembered of it.
 */
@ApplicationScoped
class RepeatedWords {

  private final GuidanceRepository requests;
  private final Claims claims;
  private final Idempotency idempotency;
  private final IdempotencySettings settings;
  private final Clock clock;

  RepeatedWords(
      GuidanceRepository requests,
      Claims claims,
      Idempotency idempotency,
      IdempotencySettings settings,
      Clock clock) {
    this.requests = requests;
    this.claims = claims;
    this.idempotency = idempotency;
    this.settings = settings;
    this.clock = clock;
  }

  /** Of these, which it holds first. */
  Uni<Void> take(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : requests.lock(session, ids).chain(() -> idempotency.takeWords(session, ids));
  }

  /** Of all that was answered of late and is shut to whoever answered. */
  Uni<Void> takeOfAnswered(Mutiny.Session session) {
    return requests
        .answeredSince(session, clock.instant().minus(settings.keep()))
        .chain(answered -> claims.shut(session, answered))
        .chain(shut -> take(session, shut));
  }
}
