package org.evenhand.attack.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Target;

/**
 * Ids of existing objects, by the list that they come from: an attack on objects that don't exist
 * finds nothing.
 */
public final class KnownIds {

  private static final int MOST_OF_A_LIST = 50;

  /** Each kind of template has paths of its own; their keys come from the one list. */
  private static final String TEMPLATES = "/v1/templates";

  private final Map<String, List<String>> byList = new LinkedHashMap<>();

  private KnownIds() {}

  /** Reads the lists that need no parameter, as each caller who may. */
  public static KnownIds harvest(Target target, List<Operation> operations) {
    KnownIds known = new KnownIds();
    for (Operation operation : operations) {
      if (operation.method().equals("GET") && operation.in("path").isEmpty()) {
        target.callers().stream()
            .filter(caller -> caller.hasAny(operation.roles()))
            .limit(6)
            .forEach(caller -> known.read(target, caller, operation.path()));
      }
    }
    return known;
  }

  private void read(Target target, Caller caller, String path) {
    JsonNode page = target.read(caller, path);
    page.path("items").forEach(item -> add(path, item));
  }

  private void add(String path, JsonNode item) {
    List<String> list = byList.computeIfAbsent(path, none -> new ArrayList<>());
    for (String name : List.of("id", "policyId", "key", "externalId")) {
      String value = item.path(name).asText();
      if (!value.isEmpty() && !list.contains(value) && list.size() < MOST_OF_A_LIST) {
        list.add(value);
        return;
      }
    }
  }

  public List<String> of(String list) {
    return byList.getOrDefault(list, List.of());
  }

  /** For a parameter of a path: an id from the list at the path before it, if any is known. */
  public String of(String path, String parameter, Random random) {
    return switch (parameter) {
      case "version" -> Integer.toString(1 + random.nextInt(2));
      case "type" -> List.of("SELF", "MANAGER", "PEER").get(random.nextInt(3));
      case "criterion" -> List.of("delivery", "craft", "together").get(random.nextInt(3));
      case "kind" ->
          path.startsWith(TEMPLATES)
              ? List.of("POLICY", "CHARTER", "TRAINING_MODULE", "PRECEDENT", "CONVERSATION_GUIDE")
                  .get(random.nextInt(5))
              : List.of("ONBOARDING", "RETURN", "LEAVING").get(random.nextInt(3));
      case "service" ->
          List.of("policy", "review", "calibration", "analytics").get(random.nextInt(4));
      default -> ofList(path, random);
    };
  }

  private String ofList(String path, Random random) {
    String list =
        path.startsWith(TEMPLATES) ? TEMPLATES : path.substring(0, Math.max(path.indexOf("/{"), 0));
    List<String> known = byList.getOrDefault(list, List.of());
    return known.isEmpty() || random.nextInt(6) == 0
        ? any(random)
        : known.get(random.nextInt(known.size()));
  }

  /** Any id, also one of another kind of object, or of none. */
  public String any(Random random) {
    List<String> all = byList.values().stream().flatMap(List::stream).toList();
    return all.isEmpty() || random.nextInt(5) == 0
        ? new java.util.UUID(random.nextLong(), random.nextLong()).toString()
        : all.get(random.nextInt(all.size()));
  }
}
