package org.evenhand.gateway.feed;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * What may be read: a closed list, because the gateway's right to read Kafka must not become
 * everyone's to read whatever topic there is. A test compares it with the catalogue.
 */
@Singleton
class PublicTopics {

  private static final String PREFIX = "org.evenhand.";

  private final List<PublicTopic> all;

  /** The full names of what a client may ask for: by the full name, and by the short one. */
  private final Map<String, Set<String>> byName = new TreeMap<>();

  private final Set<String> shortNames = new TreeSet<>();

  PublicTopics() {
    all = listed();
    all.stream().map(PublicTopic::types).flatMap(Collection::stream).forEach(this::name);
  }

  List<PublicTopic> all() {
    return all;
  }

  Selection everything() {
    return new Selection(all, Set.of(), Set.of());
  }

  /**
   * The events of these types alone, and of the topics that have them.
   *
   * @param text full names or short ones such as {@code rating.shared}, separated by commas
   * @throws Problem for a name that is unknown
   */
  Selection of(String text) {
    List<String> unknown = new ArrayList<>();
    Set<String> types = new LinkedHashSet<>();
    Set<String> asked = new LinkedHashSet<>(Arrays.asList(text.split(",", -1)));
    asked.forEach(
        name -> {
          Set<String> found = byName.getOrDefault(name, Set.of());
          types.addAll(found);
          if (found.isEmpty()) {
            unknown.add(name);
          }
        });
    if (!unknown.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "There are no events of such a type.")
          .with(
              NOT_ONE_OF.parameter(
                  "types", "must be types of the catalogue: " + String.join(", ", shortNames)));
    }
    List<PublicTopic> having =
        all.stream().filter(topic -> topic.types().stream().anyMatch(types::contains)).toList();
    return new Selection(having, Set.copyOf(types), Set.copyOf(asked));
  }

  private void name(String type) {
    String shortName = type.substring(PREFIX.length(), type.lastIndexOf('.'));
    shortNames.add(shortName);
    byName.put(type, Set.of(type));
    byName.computeIfAbsent(shortName, name -> new TreeSet<>()).add(type);
  }

  private static List<PublicTopic> listed() {
    try (InputStream file =
        Objects.requireNonNull(PublicTopics.class.getResourceAsStream("/feed/topics.json"))) {
      return new ObjectMapper()
          .readTree(file).properties().stream()
              .map(topic -> topic(topic.getKey(), topic.getValue()))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublicTopic topic(String name, JsonNode described) {
    return new PublicTopic(
        name,
        described.path("compacted").asBoolean(),
        described.path("types").valueStream().map(JsonNode::asText).collect(Collectors.toSet()));
  }
}
