package org.evenhand.kit.data.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * How an import is answered: its view, and the place below the request's own where it can be seen.
 */
@ApplicationScoped
class ImportAnswers {

  private static final int ACCEPTED = Response.Status.ACCEPTED.getStatusCode();

  private final ObjectMapper mapper;
  private final CurrentVertxRequest request;

  public ImportAnswers(ObjectMapper mapper, CurrentVertxRequest request) {
    this.mapper = mapper;
    this.request = request;
  }

  Response response(UUID id, int status, String json) {
    String path = request.getCurrent().request().path();
    return Response.status(status)
        .header(HttpHeaders.LOCATION, path + (path.endsWith("/") ? "" : "/") + id)
        .header(HttpHeaders.RETRY_AFTER, status == ACCEPTED ? ImportPace.SECONDS : null)
        .entity(json)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  String json(ImportView view) {
    try {
      return mapper.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
