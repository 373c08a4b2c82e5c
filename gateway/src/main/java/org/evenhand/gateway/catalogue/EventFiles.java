package org.evenhand.gateway.catalogue;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.routing.UpstreamClient;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * Schemas and examples of events. No second list says which service produces a type: all services
 * are asked, and only the producer has the file.
 */
@Singleton
class EventFiles {

  private final Parts parts;
  private final GatewayConfig config;
  private final Map<String, Memo<Document>> known = new ConcurrentHashMap<>();

  EventFiles(Parts parts, GatewayConfig config) {
    this.parts = parts;
    this.config = config;
  }

  Future<Document> get(String path) {
    Memo<Document> memo = known.get(path);
    if (memo != null) {
      return memo.get();
    }
    // only files that exist are remembered, so that requests for others can't fill the memory
    Memo<Document> fresh = new Memo<>(config.catalogueAge(), () -> ask(path));
    return fresh.get().onSuccess(found -> known.putIfAbsent(path, fresh));
  }

  private Future<Document> ask(String path) {
    return parts
        .answers(path)
        .map(
            answers -> {
              for (UpstreamClient.Answer answer : answers) {
                if (answer.found()) {
                  return new Document(mediaType(path), answer.body());
                }
              }
              Parts.refuseHalf(answers);
              throw Problem.of(CommonProblem.NOT_FOUND, "No service produces such an event.");
            });
  }

  private static String mediaType(String path) {
    return path.endsWith(".json") ? "application/json" : "text/plain; charset=UTF-8";
  }
}
