package org.evenhand.policy.version;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.evenhand.kit.web.request.Preconditions;

/** An object that was read, with the version that a change has to name. */
public record Versioned<T>(long version, T body) {

  public Response response() {
    return Response.ok(body).header(HttpHeaders.ETAG, Preconditions.etag(version)).build();
  }
}
