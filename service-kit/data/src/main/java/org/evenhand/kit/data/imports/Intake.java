package org.evenhand.kit.data.imports;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.DependencyAway;
import org.evenhand.kit.data.idempotency.Keys;
import org.evenhand.kit.data.imports.file.Columns;
import org.evenhand.kit.data.imports.file.Format;
import org.evenhand.kit.data.imports.file.MappedForm;
import org.evenhand.kit.data.imports.file.Mapping;
import org.evenhand.kit.data.imports.file.RowForm;
import org.evenhand.kit.data.imports.file.RowSource;
import org.evenhand.kit.data.imports.file.StagedRow;
import org.evenhand.kit.data.imports.file.Upload;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.jspecify.annotations.Nullable;

/** Takes a file in: stages its rows, and for a short one waits until they are applied. */
@ApplicationScoped
class Intake {

  private static final int ROWS_PER_INSERT = 1_000;

  private final List<ImportHandler> handlers;
  private final Staging staging;
  private final ImportSteps steps;
  private final ImportWorkers workers;
  private final ImportViews views;
  private final ImportSettings settings;
  private final Caller caller;
  private final Repeats repeats;
  private final ImportAnswers answers;

  public Intake(
      @All List<ImportHandler> handlers,
      Staging staging,
      ImportSteps steps,
      ImportWorkers workers,
      ImportViews views,
      ImportSettings settings,
      Caller caller,
      Repeats repeats,
      ImportAnswers answers) {
    this.handlers = handlers;
    this.staging = staging;
    this.steps = steps;
    this.workers = workers;
    this.views = views;
    this.settings = settings;
    this.caller = caller;
    this.repeats = repeats;
    this.answers = answers;
  }

  public Uni<Response> take(ImportRequest request, @Nullable Mapping mapping, InputStream body) {
    Keys.check(request.idempotencyKey());
    Format format = Format.of(request.contentType());
    ImportHandler handler = handler(request.kind());
    String client = caller.clientId() + "/" + caller.subject();
    Upload upload = new Upload(body, settings.maxBytes());
    if (request.similarKeysMeant()) {
      upload.saying("similar keys are meant");
    }
    Columns columns = new Columns(handler.columns(), handler::check, settings.maxCell());
    RowForm form = mapping == null ? columns : new MappedForm(columns, mapping);
    if (mapping != null) {
      upload.saying(Json.write(mapping));
    }
    try {
      Optional<Response> repeated = repeats.answer(request, client, upload);
      return Uni.createFrom()
          .item(
              repeated.isPresent()
                  ? repeated.get()
                  : first(
                      handler, client, request, upload, () -> format.open(upload.text(), form)));
    } catch (SQLException e) {
      throw new DependencyAway("PostgreSQL", e);
    } catch (CharacterCodingException e) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file is not in UTF-8");
    } catch (IOException | UncheckedIOException e) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file broke off while it was read");
    }
  }

  private Response first(
      ImportHandler handler, String client, ImportRequest request, Upload upload, Opening opening)
      throws SQLException, IOException {
    UUID id = staging.begin(request, client, sender());
    long rows = stage(id, upload, opening);
    ImportView view = rows <= settings.immediateRows() ? awaitEnd(handler, id) : find(id);
    workers.wake(handler.kind());
    if (view.state() == ImportState.FAILED) {
      throw refusal(handler, view);
    }
    int status = view.state() == ImportState.DONE ? 207 : 202;
    String json = answers.json(view);
    if (request.idempotencyKey() != null) {
      staging.answered(id, status, json);
    }
    return answers.response(id, status, json);
  }

  private @Nullable ImportSender sender() {
    return caller
        .employeeExternalId()
        .map(person -> new ImportSender(person, Set.copyOf(caller.roles())))
        .orElse(null);
  }

  private static Problem refusal(ImportHandler handler, ImportView view) {
    return Stream.concat(handler.refusals().stream(), Arrays.stream(CommonProblem.values()))
        .filter(type -> type.name().equals(view.failureCode()))
        .findFirst()
        .map(type -> Problem.of(type, String.valueOf(view.failure())))
        .orElseThrow(
            () -> new IllegalStateException(handler.kind() + " refuses for " + view.failureCode()));
  }

  /** Whatever goes wrong while the file comes in, nothing of it stays. */
  private long stage(UUID id, Upload upload, Opening opening) throws SQLException, IOException {
    boolean staged = false;
    try {
      long rows = 0;
      RowSource source = opening.open();
      List<StagedRow> batch = new ArrayList<>(ROWS_PER_INSERT);
      for (StagedRow row = source.next(); row != null; row = source.next()) {
        batch.add(row);
        rows = row.row();
        if (batch.size() == ROWS_PER_INSERT) {
          staging.add(id, batch);
          batch.clear();
        }
      }
      if (rows == 0) {
        throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file has no rows");
      }
      if (!batch.isEmpty()) {
        staging.add(id, batch);
      }
      staging.received(id, rows, upload.hash());
      staged = true;
      return rows;
    } finally {
      if (!staged) {
        staging.abandon(id);
      }
    }
  }

  /** Reads what a file begins with. */
  @FunctionalInterface
  private interface Opening {
    RowSource open() throws IOException;
  }

  /** Works on the queue itself rather than waiting for the worker to come round. */
  private ImportView awaitEnd(ImportHandler handler, UUID id) {
    ImportDriver driver = new ImportDriver(steps, handler, settings.chunk());
    long deadline = System.nanoTime() + settings.patience().toNanos();
    ImportView view = find(id);
    while (view.finishedAt() == null && System.nanoTime() < deadline) {
      if (!advance(driver)) {
        sleep();
      }
      view = find(id);
    }
    return view;
  }

  /** What is away here is away for the worker too, which waits for it: the sender gets 202. */
  private static boolean advance(ImportDriver driver) {
    try {
      return driver.step() == Step.DONE;
    } catch (StepFailure failure) {
      return false;
    }
  }

  private ImportHandler handler(String kind) {
    return handlers.stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no handler for imports of " + kind));
  }

  private ImportView find(UUID id) {
    return ImportDriver.await(() -> views.find(id, null));
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyAway("The server", e);
    }
  }
}
