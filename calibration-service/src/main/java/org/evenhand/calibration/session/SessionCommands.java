package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.jspecify.annotations.Nullable;

/** A command to a session: once per key, answered with the session as its caller sees it. */
@ApplicationScoped
class SessionCommands {

  private final Viewers viewers;
  private final Idempotency idempotency;

  SessionCommands(Viewers viewers, Idempotency idempotency) {
    this.viewers = viewers;
    this.idempotency = idempotency;
  }

  /**
   * @param operation the operation's id with its path parameters
   */
  Uni<Response> once(
      @Nullable String key,
      String operation,
      @Nullable Object body,
      Supplier<Uni<Session>> useCase) {
    return idempotency.once(
        key,
        operation,
        body,
        () -> viewers.view(useCase.get()).map(view -> Answer.ok(view.version(), view.body())));
  }
}
