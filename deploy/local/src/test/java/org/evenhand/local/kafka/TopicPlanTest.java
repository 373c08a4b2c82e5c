package org.evenhand.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
  private static final Path CATALOGUE =
      Path.of("src/main/resources/META-INF/resources/events/asyncapi.json");

  private static final List<String> SERVICES =
      List.of("policy-service", "review-service", "calibration-service", "analytics-service");
  private static final Pattern NAME = Pattern.compile("\"(evenhand\\.[a-z.-]+)\"");

  @Test
  void theTopicsAreThoseThatTheProducersStateInTheirCatalogues() throws IOException {
    Map<String, String> created = new TreeMap<>();
    TopicPlan.topics().stream()
        .filter(topic -> !topic.name().endsWith(".dlq"))
        .map(Topic::toCreate)
        .forEach(topic -> created.put(topic.name(), of(topic)));

    assertThat(created).isEqualTo(stated());
  }

  @Test
  void deadLettersHaveATopicOfEachGroupThatReadsAndOfNoOther() throws IOException {
    assertThat(TopicPlan.topics().stream().map(Topic::name).filter(name -> name.endsWith(".dlq")))
        .containsExactlyInAnyOrderElementsOf(read());
  }

  @Test
  void whatIsKeptForADayLiesInNoDeadLetterAndNoSegmentForLonger() {
    Topic brief = Topic.brief("evenhand.internal.brief");
    for (NewTopic topic : List.of(brief.toCreate(), brief.deadLettersOf("reader").toCreate())) {
      assertThat(topic.configs()).containsEntry("retention.ms", "86400000");
      assertThat(topic.configs()).containsEntry("segment.ms", "3600000");
    }
    assertThat(Topic.passing("evenhand.internal.passing").toCreate().configs())
        .doesNotContainKey("segment.ms");
  }

  /** What a handler reads, it names in its own source. */
  private static Set<String> read() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String service : SERVICES) {
      Path sources = Path.of("../..").resolve(service).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          if (source.contains("String topic()")) {
            NAME.matcher(source)
                .results()
                .forEach(name -> read.add(name.group(1) + "." + service + ".dlq"));
          }
        }
      }
    }
    return read;
  }

  private static Map<String, String> stated() throws IOException {
    Map<String, String> stated = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of("../.."))) {
      for (Path file : modules.map(m -> m.resolve(CATALOGUE)).filter(Files::exists).toList()) {
        for (JsonNode channel : new ObjectMapper().readTree(file.toFile()).path("channels")) {
          stated.put(channel.path("address").asText(), of(channel.at("/bindings/kafka")));
        }
      }
    }
    return stated;
  }

  private static String of(NewTopic topic) {
    return topic.numPartitions()
        + " "
        + topic.configs().get("cleanup.policy")
        + " "
        + topic.configs().get("retention.ms")
        + " "
        + topic.configs().getOrDefault("delete.retention.ms", "");
  }

  private static String of(JsonNode kafka) {
    JsonNode settings = kafka.path("topicConfiguration");
    return kafka.path("partitions").asText()
        + " "
        + settings.at("/cleanup.policy/0").asText()
        + " "
        + settings.path("retention.ms").asText()
        + " "
        + settings.path("delete.retention.ms").asText();
  }
}
