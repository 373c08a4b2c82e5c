package org.evenhand.kit.data.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenhand.kit.data.idempotency.IdempotencySettings;
import org.evenhand.kit.data.idempotency.Keys;
import org.evenhand.kit.data.imports.file.Upload;

/**
 * A file that is sent again under its Idempotency-Key. Unlike a command's, an upload's claim is
 * committed at once: no transaction can stay open for as long as a file takes.
 */
@ApplicationScoped
class Repeats {

  private static final Duration BROKEN_OFF = Duration.ofMinutes(1);

  private final Staging staging;
  private final ImportViews views;
  private final ImportAnswers answers;
  private final IdempotencySettings settings;
  private final Clock clock;

  public Repeats(
      Staging staging,
      ImportViews views,
      ImportAnswers answers,
      IdempotencySettings settings,
      Clock clock) {
    this.staging = staging;
    this.views = views;
    this.answers = answers;
    this.settings = settings;
    this.clock = clock;
  }

  /** The first answer; empty when this is the first. Fails when the first is still running. */
  Optional<Response> answer(ImportRequest request, String client, Upload upload)
      throws SQLException, IOException {
    if (request.idempotencyKey() == null) {
      return Optional.empty();
    }
    // A key is used once within its time: what has lapsed counts for nothing, purged or not.
    Optional<Staging.Earlier> found =
        staging.earlier(request, client, Instant.now(clock).minus(settings.keep()));
    return found.isEmpty() ? Optional.empty() : answer(found.get(), upload);
  }

  private Optional<Response> answer(Staging.Earlier earlier, Upload upload)
      throws SQLException, IOException {
    boolean quiet = earlier.touchedAt().isBefore(Instant.now(clock).minus(BROKEN_OFF));
    if (earlier.requestHash() == null) {
      if (!quiet) {
        throw Keys.inProgress();
      }
      staging.abandon(earlier.id());
      return Optional.empty();
    }
    if (!MessageDigest.isEqual(earlier.requestHash(), upload.hash())) {
      throw Keys.reused();
    }
    if (earlier.answerStatus() != null && earlier.answerBody() != null) {
      return Optional.of(
          answers.response(earlier.id(), earlier.answerStatus(), earlier.answerBody()));
    }
    if (!quiet) {
      throw Keys.inProgress();
    }
    // Killed between the last row and the answer: the file is ours, only the answer is late.
    String json = answers.json(ImportDriver.await(() -> views.find(earlier.id(), null)));
    return Optional.of(answers.response(earlier.id(), 202, json));
  }
}
