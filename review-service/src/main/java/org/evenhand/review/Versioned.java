package org.evenhand.review;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.evenhand.kit.web.request.Preconditions;

/** A view with the version of its object, which is the ETag that a change has to name. */
public record Versioned<T>(T view, long version) {

  public Response response() {
    return Response.ok(view).header(HttpHeaders.ETAG, Preconditions.etag(version)).build();
  }
}
