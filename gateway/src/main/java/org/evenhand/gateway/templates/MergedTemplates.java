package org.evenhand.gateway.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.gateway.routing.MergedAnswer;
import org.evenhand.gateway.routing.MergedPages;
import org.evenhand.gateway.routing.UpstreamClient.Answer;

/** {@code GET /v1/templates}: in the order of the kind and the key. */
@Singleton
class MergedTemplates implements MergedAnswer {

  private final MergedPages pages = new MergedPages("kind", "key", "language");

  @Override
  public String path() {
    return "/v1/templates";
  }

  @Override
  public ObjectNode merged(HttpServerRequest request, List<Answer> answers) {
    return pages.merged(request, answers);
  }
}
