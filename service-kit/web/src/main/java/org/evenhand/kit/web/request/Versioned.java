package org.evenhand.kit.web.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What was read of an object, with the version that a change of it has to name. */
public record Versioned<T>(long version, T body) {

  /** 200 with the version as ETag. */
  public Response response() {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.ETAG, Preconditions.etag(version))
        .build();
  }
}
