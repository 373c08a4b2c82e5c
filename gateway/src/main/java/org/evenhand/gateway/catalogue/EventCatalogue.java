package org.evenhand.gateway.catalogue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.evenhand.gateway.GatewayConfig;

/** The AsyncAPI document of the suite, merged from what the services last answered. */
@Singleton
class EventCatalogue {

  private final Memo<Document> memo;

  EventCatalogue(AsyncApi asyncApi, Parts parts, GatewayConfig config) {
    memo =
        new Memo<>(
            config.catalogueAge(),
            () ->
                parts
                    .fetch("/events/asyncapi.json")
                    .map(asyncApi::of)
                    .map(
                        document ->
                            new Document("application/json", Buffer.buffer(document.toString()))));
  }

  Future<Document> get() {
    return memo.get();
  }
}
