package org.evenhand.kit.data.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One effect and one answer for all requests with one Idempotency-Key.
 *
 * <p>The key is claimed in the use case's own transaction. So a simultaneous repeat waits at the
 * unique index for the first request and then reads its answer. A first request that fails rolls
 * its claim back with everything else. And a crash can't leave the effect without the record of it.
 */
@ApplicationScoped
public class Idempotency {

  private static final String LOCK_TIMEOUT = "55P03";

  private final Mutiny.SessionFactory sessions;
  private final RememberedAnswers answers;
  private final Caller caller;
  private final ObjectMapper mapper;
  private final IdempotencySettings settings;

  public Idempotency(
      Mutiny.SessionFactory sessions,
      RememberedAnswers answers,
      Caller caller,
      ObjectMapper mapper,
      IdempotencySettings settings) {
    this.sessions = sessions;
    this.answers = answers;
    this.caller = caller;
    this.mapper = mapper;
    this.settings = settings;
  }

  /**
   * Runs the use case in a transaction, once per caller, operation and key.
   *
   * @param key the Idempotency-Key header; without it the use case just runs
   * @param operation the operation's id with its path parameters
   * @param requestBody the body, which must be the same in a repeat
   */
  public Uni<Response> once(
      @Nullable String key,
      String operation,
      @Nullable Object requestBody,
      Supplier<Uni<Answer>> useCase) {
    if (key == null) {
      return sessions.withTransaction(session -> useCase.get()).map(this::firstResponse);
    }
    Keys.check(key);
    String client = caller.clientId() + "/" + caller.subject();
    Command said = Command.of(key, client, operation, requestBody);
    Command command = settings.secret().map(said::under).orElse(said);
    return sessions.withTransaction(
        session ->
            answers
                .claim(session, command)
                .onFailure(Idempotency::stillHeld)
                .transform(failure -> Keys.inProgress())
                .chain(
                    claim ->
                        claim.claimed()
                            ? first(session, command, useCase)
                            : Uni.createFrom().item(() -> repeat(claim))));
  }

  /**
   * Takes the bodies out of all remembered answers that are about objects whose words are gone, so
   * that no repeat says them again: it answers without a body, and takes no effect as before.
   *
   * <p>The caller holds the rows of the objects for update. Whoever answers with their words under
   * a key holds them too, because it changes them or locks them: so none of those is still being
   * remembered at that moment, and each that comes later finds no words.
   */
  public Uni<Void> takeWords(Mutiny.Session session, Collection<UUID> objects) {
    return answers.takeWords(session, objects);
  }

  private Uni<Response> first(
      Mutiny.Session session, Command command, Supplier<Uni<Answer>> useCase) {
    return useCase
        .get()
        .chain(
            answer -> {
              String body = json(answer.body());
              String location = answer.location() == null ? null : answer.location().toString();
              Uni<Void> remembered =
                  answer.successful()
                      ? answers.store(
                          session, command, answer.status(), location, answer.version(), body)
                      : answers.forget(session, command);
              return remembered.replaceWith(
                  () -> response(answer.status(), location, answer.version(), body));
            });
  }

  private Response firstResponse(Answer answer) {
    String location = answer.location() == null ? null : answer.location().toString();
    return response(answer.status(), location, answer.version(), json(answer.body()));
  }

  private static Response repeat(Claim claim) {
    if (!claim.sameRequest()) {
      throw Keys.reused();
    }
    if (claim.status() == null) {
      throw Keys.inProgress();
    }
    return response(claim.status(), claim.location(), claim.version(), claim.body());
  }

  /** The location stays relative, so that it is right behind the gateway too (RFC 9110, 10.2.2). */
  private static Response response(
      int status, @Nullable String location, @Nullable Long version, @Nullable String body) {
    Response.ResponseBuilder response = Response.status(status);
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    if (version != null) {
      response.header(HttpHeaders.ETAG, Preconditions.etag(version));
    }
    if (body != null) {
      response.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    }
    return response.build();
  }

  /** With the mapper of the HTTP side: a stored answer looks like any other. */
  private @Nullable String json(@Nullable Object body) {
    try {
      return body == null ? null : mapper.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + body.getClass(), e);
    }
  }

  private static boolean stillHeld(Throwable failure) {
    return Failures.sqlState(failure).filter(LOCK_TIMEOUT::equals).isPresent();
  }
}
