package org.evenhand.gateway.catalogue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
  private final Map<String, Memo<Buffer>> known = new ConcurrentHashMap<>();

  EventFiles(Parts parts, GatewayConfig config) {
    this.parts = parts;
    this.config = config;
  }

  Future<Buffer> get(String path) {
    Memo<Buffer> memo = known.get(path);
    if (memo != null) {
      return memo.get();
    }
    // only files that exist are remembered, so that requests for others can't fill the memory
    Memo<Buffer> fresh = new Memo<>(config.catalogueAge(), () -> ask(path));
    return fresh.get().onSuccess(found -> known.putIfAbsent(path, fresh));
  }

  private Future<Buffer> ask(String path) {
    return parts
        .answers(path)
        .map(
            answers -> {
              for (UpstreamClient.Answer answer : answers) {
                if (answer.found()) {
                  return answer.body();
                }
              }
              Parts.refuseHalf(answers);
              throw Problem.of(CommonProblem.NOT_FOUND, "No service produces such an event.");
            });
  }
}
