package org.evenhand.kit.data.consume;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.evenhand.kit.data.database.DependencyAway;
import org.evenhand.kit.data.kafka.KafkaClients;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** How far the handlers of a topic have come, over all instances. */
@ApplicationScoped
public class Progress {

  private final Rewinding rewinding;
  private final Generations generations;
  private final Mutiny.SessionFactory sessions;
  private final KafkaClients kafka;

  public Progress(
      Rewinding rewinding,
      Generations generations,
      Mutiny.SessionFactory sessions,
      KafkaClients kafka) {
    this.rewinding = rewinding;
    this.generations = generations;
    this.sessions = sessions;
    this.kafka = kafka;
  }

  public Uni<Long> remaining(String topic) {
    Uni<Long> sum = Uni.createFrom().item(0L);
    for (EventHandler handler : rewinding.handlersOf(topic)) {
      sum = sum.chain(before -> remaining(handler).map(more -> before + more));
    }
    return sum;
  }

  private Uni<Long> remaining(EventHandler handler) {
    return sessions
        .withTransaction(
            session ->
                generations
                    .create(session, handler)
                    .chain(() -> generations.hold(session, handler)))
        .chain(
            generation ->
                VertxContextSupport.executeBlocking(() -> remaining(handler, generation)));
  }

  private long remaining(EventHandler handler, long generation) {
    try (Admin admin = kafka.admin()) {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          offsets(admin, handler, OffsetSpec.latest());
      Map<TopicPartition, ListOffsetsResultInfo> starts =
          offsets(admin, handler, OffsetSpec.earliest());
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(handler.group()).partitionsToOffsetAndMetadata().get();
      return ends.entrySet().stream()
          .mapToLong(
              end ->
                  end.getValue().offset()
                      - position(
                          committed.get(end.getKey()), generation, start(starts, end.getKey())))
          .filter(lag -> lag > 0)
          .sum();
    } catch (ExecutionException e) {
      throw new DependencyAway("Kafka", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyAway("Kafka", e);
    }
  }

  private static long start(
      Map<TopicPartition, ListOffsetsResultInfo> starts, TopicPartition partition) {
    ListOffsetsResultInfo start = starts.get(partition);
    return start == null ? 0 : start.offset();
  }

  private static long position(@Nullable OffsetAndMetadata committed, long generation, long start) {
    return committed != null && Partitions.generation(committed.metadata()) == generation
        ? committed.offset()
        : start;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, EventHandler handler, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    var description =
        admin.describeTopics(java.util.List.of(handler.topic())).allTopicNames().get();
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    description
        .values()
        .forEach(
            topic ->
                wanted.putAll(
                    topic.partitions().stream()
                        .collect(
                            Collectors.toMap(
                                each -> new TopicPartition(topic.name(), each.partition()),
                                each -> spec))));
    return admin
        .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get();
  }
}
