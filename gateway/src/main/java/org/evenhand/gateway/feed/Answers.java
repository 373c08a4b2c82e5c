package org.evenhand.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.apache.kafka.common.KafkaFuture;

/** What Kafka's client answers goes on where Vert.x is at home, not on the client's one thread. */
record Answers(Vertx vertx) {

  <T> Future<T> of(KafkaFuture<T> asked) {
    Promise<T> promise = Promise.promise();
    var ignored =
        asked.whenComplete(
            (answer, failure) ->
                vertx.runOnContext(
                    on -> {
                      if (failure == null) {
                        promise.complete(answer);
                      } else {
                        promise.fail(failure);
                      }
                    }));
    return promise.future();
  }
}
