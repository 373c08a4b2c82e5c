package org.evenhand.gateway.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.gateway.routing.MergedAnswer;
import org.evenhand.gateway.routing.MergedPages;
import org.evenhand.gateway.routing.UpstreamClient.Answer;

/** {@code GET /v1/tasks}: in the order of the due day and the id. */
@Singleton
class MergedTasks implements MergedAnswer {

  private final MergedPages pages = new MergedPages("dueOn", "id");

  @Override
  public String path() {
    return "/v1/tasks";
  }

  @Override
  public ObjectNode merged(HttpServerRequest request, List<Answer> answers) {
    return pages.merged(request, answers);
  }
}
