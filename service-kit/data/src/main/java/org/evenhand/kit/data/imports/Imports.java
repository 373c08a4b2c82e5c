package org.evenhand.kit.data.imports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.evenhand.kit.data.imports.file.Mapping;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Caller;

/**
 * Bulk imports, CSV (RFC 4180, UTF-8, with a header row) or NDJSON. A file is staged as it streams
 * in, checked as a whole, and applied in chunks, each of which is one transaction: after a kill it
 * goes on behind the last committed one.
 *
 * <p>{@link #take} and {@link #errorsCsv} read and write streams: the resource's methods are
 * {@code @Blocking}.
 */
@ApplicationScoped
public class Imports {

  private final Intake intake;
  private final ImportViews views;
  private final ErrorFile errors;
  private final Caller caller;

  public Imports(Intake intake, ImportViews views, ErrorFile errors, Caller caller) {
    this.intake = intake;
    this.views = views;
    this.errors = errors;
    this.caller = caller;
  }

  /**
   * Answers 207 with a result per row when the file has at most 1,000 rows and nothing stands in
   * line before it, else 202 with the place to ask.
   */
  public Uni<Response> take(ImportRequest request, InputStream body) {
    return intake.take(request, null, body);
  }

  /**
   * @param mapping how the file is read, looked up on this thread; its failure is the answer
   */
  public Uni<Response> take(ImportRequest request, Uni<Mapping> mapping, InputStream body) {
    return intake.take(request, ImportDriver.await(() -> mapping), body);
  }

  /** Fails with 404 when there is none of this kind. */
  public Uni<ImportView> find(String kind, UUID id) {
    return views.find(id, kind);
  }

  /** Likewise, for the person who sent it alone. */
  public Uni<ImportView> findOwn(String kind, UUID id) {
    return views.findOwn(id, kind, caller.employeeExternalId().orElse(null));
  }

  /**
   * What became of each row, page by page, for the person who sent it alone. Of a long file all
   * rows are there where its handler tells each of them.
   */
  public Uni<Page<RowResult>> ownResults(String kind, UUID id, PageRequest page) {
    return views.ownResults(id, kind, caller.employeeExternalId().orElse(null), page);
  }

  /** The refused rows as CSV: row, column, code, detail. */
  public Uni<Response> errorsCsv(String kind, UUID id) {
    return errors.of(id, () -> find(kind, id));
  }

  /** Likewise, for the person who sent it alone. */
  public Uni<Response> ownErrorsCsv(String kind, UUID id) {
    return errors.of(id, () -> findOwn(kind, id));
  }
}
