package org.evenhand.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Promises of a producer to its consumers that it breaks: topics with their partitions and
 * retention (another number of partitions breaks the order per key), the types on each topic, and
 * the fields of each type.
 */
public final class EventChange {

  private final EventFolder released;
  private final EventFolder present;
  private final List<String> breaks = new ArrayList<>();

  private EventChange(EventFolder released, EventFolder present) {
    this.released = released;
    this.present = present;
  }

  /** One line for each promise that is broken. */
  public static List<String> breaks(EventFolder released, EventFolder present) {
    return new EventChange(released, present).compared();
  }

  private List<String> compared() {
    Map<String, JsonNode> topics = topics(present);
    topics(released)
        .forEach(
            (address, channel) -> {
              if (topics.containsKey(address)) {
                topic(address, channel, topics.get(address));
              } else {
                breaks.add(address + ": is gone");
              }
            });
    released
        .schemas()
        .forEach(
            (type, schema) -> {
              if (present.schemas().containsKey(type)) {
                payload(type, schema, present.schemas().get(type));
              } else {
                breaks.add(type + ": is gone");
              }
            });
    return List.copyOf(breaks);
  }

  private void topic(String address, JsonNode was, JsonNode is) {
    JsonNode before = was.at("/bindings/kafka");
    JsonNode after = is.at("/bindings/kafka");
    for (String promise : List.of("partitions", "topicConfiguration")) {
      if (!before.path(promise).equals(after.path(promise))) {
        breaks.add(
            address
                + ": "
                + promise
                + " was "
                + before.path(promise)
                + " and is "
                + after.path(promise));
      }
    }
    Set<String> gone = types(released, was);
    gone.removeAll(types(present, is));
    gone.forEach(type -> breaks.add(address + ": " + type + " no longer comes here"));
  }

  private void payload(String type, JsonNode was, JsonNode is) {
    new SchemaChange(Side.READERS, new Document(was), new Document(is), breaks)
        .compare(type, was, is);
  }

  private static Map<String, JsonNode> topics(EventFolder folder) {
    Map<String, JsonNode> topics = new HashMap<>();
    folder
        .asyncApi()
        .path("channels")
        .forEach(channel -> topics.put(channel.path("address").asText(), channel));
    return topics;
  }

  private static Set<String> types(EventFolder folder, JsonNode channel) {
    Set<String> types = new TreeSet<>();
    folder.messages(channel).forEach(message -> types.add(message.path("name").asText()));
    return types;
  }
}
