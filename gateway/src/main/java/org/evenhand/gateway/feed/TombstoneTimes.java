package org.evenhand.gateway.feed;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.evenhand.gateway.catalogue.Memo;

/**
 * For how long compacted topics keep tombstones. Kafka says so to whom it grants DESCRIBE_CONFIGS;
 * where it doesn't, a setting tells.
 */
final class TombstoneTimes {

  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final List<ConfigResource> compacted;
  private final Duration otherwise;
  private final Answers answers;
  private final Memo<Map<String, Duration>> known;

  TombstoneTimes(
      List<PublicTopic> topics,
      Duration otherwise,
      Answers answers,
      Supplier<Future<Admin>> admin) {
    this.compacted =
        topics.stream()
            .filter(PublicTopic::compacted)
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
            .toList();
    this.otherwise = otherwise;
    this.answers = answers;
    this.known = new Memo<>(REMEMBERED, () -> admin.get().compose(this::ask));
  }

  Future<Map<String, Duration>> byTopic() {
    return known.get();
  }

  private Future<Map<String, Duration>> ask(Admin admin) {
    Map<String, Duration> times = new HashMap<>();
    var asked = admin.describeConfigs(compacted).values();
    List<Future<Void>> all =
        asked.entrySet().stream()
            .map(
                topic ->
                    answers
                        .of(topic.getValue())
                        .map(TombstoneTimes::kept)
                        .recover(this::unlessAway)
                        .<Void>map(
                            time -> {
                              synchronized (times) {
                                times.put(topic.getKey().name(), time);
                              }
                              return null;
                            }))
            .toList();
    return Future.all(all).map(done -> times);
  }

  private Future<Duration> unlessAway(Throwable failure) {
    return failure instanceof AuthorizationException
            || failure instanceof UnknownTopicOrPartitionException
        ? Future.succeededFuture(otherwise)
        : Future.failedFuture(failure);
  }

  private static Duration kept(Config config) {
    ConfigEntry entry = config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG);
    return Duration.ofMillis(Long.parseLong(entry.value()));
  }
}
