package org.evenhand.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.evenhand.gateway.GatewayConfig;
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
  private final Answers answers;
  private final TombstoneTimes tombstones;
  private final Memo<Look> looks = new Memo<>(Duration.ZERO, this::ask);

  Topics(PublicTopics listed, Kafka kafka, GatewayConfig config, Vertx vertx) {
    this.listed = listed;
    this.kafka = kafka;
    this.vertx = vertx;
    this.answers = new Answers(vertx);
    this.tombstones =
        new TombstoneTimes(listed.all(), config.feed().tombstonesKept(), answers, this::admin);
  }

  /** Fails with 503 while Kafka is away. */
  Future<Look> now() {
    return looks.get();
  }

  static Problem away(Throwable why) {
    LOG.warnf("the feed waits for Kafka: %s", why.getClass().getName());
    return Problem.of(
        CommonProblem.DEPENDENCY_UNAVAILABLE, "Kafka, which keeps the events, is away.");
  }

  private Future<Look> ask() {
    return Future.join(admin(), tombstones.byTopic())
        .compose(both -> look(both.resultAt(0), both.resultAt(1)))
        .recover(failure -> Future.failedFuture(away(failure)));
  }

  /** Making it resolves names and signs in: no event loop waits for that. */
  private Future<Admin> admin() {
    return kafka
        .made()
        .map(Future::succeededFuture)
        .orElseGet(() -> vertx.executeBlocking(kafka::admin, false));
  }

  private Future<Look> look(Admin admin, Map<String, Duration> kept) {
    Map<String, KafkaFuture<TopicDescription>> asked =
        admin
            .describeTopics(listed.all().stream().map(PublicTopic::name).toList())
            .topicNameValues();
    Map<PublicTopic, Throwable> failures = new ConcurrentHashMap<>();
    List<Future<List<TopicState>>> answered =
        listed.all().stream()
            .map(
                topic ->
                    answers
                        .of(Objects.requireNonNull(asked.get(topic.name())))
                        .compose(described -> state(admin, topic, described, kept))
                        .map(List::of)
                        .otherwise(
                            failure -> {
                              failures.put(topic, failure);
                              return List.of();
                            }))
            .toList();
    return Future.all(answered)
        .map(all -> all.<List<TopicState>>list().stream().flatMap(List::stream).toList())
        .compose(topics -> told(topics, failures));
  }

  /** One topic that fails stops its own readers alone; where all do, Kafka is away. */
  static Future<Look> told(List<TopicState> states, Map<PublicTopic, Throwable> failures) {
    Map<PublicTopic, Throwable> others = new HashMap<>(failures);
    others.values().removeIf(Topics::isLastWord);
    if (states.isEmpty() && !others.isEmpty()) {
      return Future.failedFuture(others.values().iterator().next());
    }
    return Future.succeededFuture(
        new Look(
            states,
            failures.keySet().stream()
                .filter(topic -> failures.get(topic) instanceof TopicAuthorizationException)
                .collect(Collectors.toSet()),
            others.keySet()));
  }

  private static boolean isLastWord(Throwable failure) {
    return failure instanceof UnknownTopicOrPartitionException
        || failure instanceof TopicAuthorizationException;
  }

  private Future<TopicState> state(
      Admin admin, PublicTopic topic, TopicDescription described, Map<String, Duration> kept) {
    if (described.partitions().stream()
        .anyMatch(partition -> partition.leader() == null || partition.leader().isEmpty())) {
      return Future.failedFuture("a partition has no leader");
    }
    List<TopicPartition> partitions =
        IntStream.range(0, described.partitions().size())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    var begins = offsets(admin, partitions, OffsetSpec.earliest());
    var ends = offsets(admin, partitions, OffsetSpec.latest());
    return Future.all(begins, ends)
        .map(
            both ->
                new TopicState(
                    topic,
                    described.topicId(),
                    begins.result().stream().map(ListOffsetsResultInfo::offset).toList(),
                    ends.result().stream().map(Topics::end).toList(),
                    kept.getOrDefault(topic.name(), Duration.ZERO)));
  }

  private static Offset end(ListOffsetsResultInfo end) {
    return new Offset(end.offset(), end.leaderEpoch().orElse(Offset.NO_EPOCH));
  }

  /** Of what is committed: a transaction under way lies behind the end. */
  private Future<List<ListOffsetsResultInfo>> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
    var answer = admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
    return answers
        .of(answer.all())
        .map(
            offsets ->
                partitions.stream().map(at -> Objects.requireNonNull(offsets.get(at))).toList());
  }
}
