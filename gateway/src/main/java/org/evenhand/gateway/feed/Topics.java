package org.evenhand.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.evenhand.gateway.catalogue.Memo;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.logging.Logger;

/**
 * The public topics as they are now: which there are, where they begin and end. Whoever asks while
 * Kafka is asked waits for the same answer, so many readers cost no more than one, and while Kafka
 * is away nobody waits behind others.
 */
@Singleton
class Topics {

  private static final Logger LOG = Logger.getLogger(Topics.class);

  private final PublicTopics listed;
  private final Kafka kafka;
  private final Vertx vertx;
  private final Memo<List<TopicState>> states = new Memo<>(Duration.ZERO, this::ask);

  Topics(PublicTopics listed, Kafka kafka, Vertx vertx) {
    this.listed = listed;
    this.kafka = kafka;
    this.vertx = vertx;
  }

  /** Those that exist. Fails with 503 while Kafka is away. */
  Future<List<TopicState>> now() {
    return states.get();
  }

  static Problem away(Throwable why) {
    LOG.warnf("the feed waits for Kafka: %s", why.getClass().getName());
    return Problem.of(
        CommonProblem.DEPENDENCY_UNAVAILABLE, "Kafka, which keeps the events, is away.");
  }

  private Future<List<TopicState>> ask() {
    try {
      Admin admin = kafka.admin();
      return described(admin)
          .compose(topics -> withOffsets(admin, topics))
          .recover(failure -> Future.failedFuture(away(failure)));
    } catch (KafkaException e) {
      return Future.failedFuture(away(e));
    }
  }

  private Future<Map<PublicTopic, TopicDescription>> described(Admin admin) {
    Map<String, KafkaFuture<TopicDescription>> asked =
        admin
            .describeTopics(listed.all().stream().map(PublicTopic::name).toList())
            .topicNameValues();
    Map<PublicTopic, TopicDescription> known = new HashMap<>();
    List<Future<Void>> answers =
        listed.all().stream()
            .map(
                topic ->
                    future(Objects.requireNonNull(asked.get(topic.name())))
                        .<Void>map(
                            described -> {
                              synchronized (known) {
                                known.put(topic, described);
                              }
                              return null;
                            })
                        .recover(Topics::ifUnknown))
            .toList();
    return Future.all(answers).map(all -> known);
  }

  /** What the installation doesn't grant to the gateway is not told over HTTP. */
  private static Future<Void> ifUnknown(Throwable failure) {
    return failure instanceof UnknownTopicOrPartitionException
            || failure instanceof TopicAuthorizationException
        ? Future.succeededFuture()
        : Future.failedFuture(failure);
  }

  private Future<List<TopicState>> withOffsets(
      Admin admin, Map<PublicTopic, TopicDescription> topics) {
    var begins = offsets(admin, topics, OffsetSpec.earliest());
    var ends = offsets(admin, topics, OffsetSpec.latest());
    return Future.all(begins, ends)
        .map(
            both ->
                topics.entrySet().stream()
                    .map(
                        topic ->
                            new TopicState(
                                topic.getKey(),
                                topic.getValue().topicId(),
                                inOrder(topic.getValue(), begins.result()),
                                inOrder(topic.getValue(), ends.result())))
                    .toList());
  }

  /** Of what is committed: a transaction under way lies behind the end. */
  private Future<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      Admin admin, Map<PublicTopic, TopicDescription> topics, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    topics
        .values()
        .forEach(topic -> partitions(topic).forEach(partition -> asked.put(partition, which)));
    return future(
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
  }

  private static List<Long> inOrder(
      TopicDescription topic, Map<TopicPartition, ListOffsetsResultInfo> offsets) {
    return partitions(topic).stream()
        .map(partition -> Objects.requireNonNull(offsets.get(partition)).offset())
        .toList();
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  /** Goes on where Vert.x is at home, not on the one thread of Kafka's client. */
  private <T> Future<T> future(KafkaFuture<T> asked) {
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
