package org.evenhand.gateway.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.evenhand.gateway.routing.UpstreamClient.Answer;

/** A GET to which several services have something to say. One bean for each such path. */
public interface MergedAnswer {

  String path();

  /**
   * Makes one answer of those of the services, and names those that are away.
   *
   * @param answers of each service, of which one at least has found something
   */
  ObjectNode merged(HttpServerRequest request, List<Answer> answers);
}
