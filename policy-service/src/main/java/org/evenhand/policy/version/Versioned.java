package org.evenhand.policy.version;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.evenhand.kit.web.request.Preconditions;

/** Something that was read, and the version that a change of it has to name. */
public record Versioned<T>(long version, T body) {

  public Response response() {
    return Response.ok(body).header(HttpHeaders.ETAG, Preconditions.etag(version)).build();
  }
}
