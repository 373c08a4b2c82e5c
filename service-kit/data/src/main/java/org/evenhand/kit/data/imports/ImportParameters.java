package org.evenhand.kit.data.imports;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a request says of a file beside its rows; taken as a {@code @BeanParam}. */
public class ImportParameters {

  @HeaderParam(HttpHeaders.CONTENT_TYPE)
  @Parameter(hidden = true)
  public @Nullable String contentType;

  @QueryParam("dryRun")
  @DefaultValue("false")
  @Parameter(description = "true: say what would happen, and change nothing")
  public @Nullable Boolean dryRun;

  @HeaderParam("Idempotency-Key")
  @Parameter(
      description =
          "A repeat with the same key, file and parameters gets the first answer, for 24 hours. A"
              + " dry run's key is its own: the import itself may have the same")
  public @Nullable String idempotencyKey;

  public ImportRequest request(String kind) {
    return new ImportRequest(
        kind, contentType, Boolean.TRUE.equals(dryRun), similarKeysMeant(), idempotencyKey);
  }

  /**
   * Whether a new key that looks like a known one is meant to be another; without keys it isn't.
   */
  protected boolean similarKeysMeant() {
    return false;
  }
}
