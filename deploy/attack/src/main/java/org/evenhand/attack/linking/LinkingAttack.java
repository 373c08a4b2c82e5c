package org.evenhand.attack.linking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;

/**
 * Puts together what all readers together can read. For protected attributes: whether it follows
 * from the figures of a group before and after calibration, beside the ratings that everybody was
 * told, that a person belongs to the group. For ids: whether one gives away another.
 */
public final class LinkingAttack {

  private static final List<String> PHASES = List.of("BEFORE", "AFTER");

  /** Ids nearer to each other than this were incremented, not drawn at random. */
  private static final long NEAR = 1L << 32;

  private final Target target;
  private final Findings findings;

  public LinkingAttack(Target target, Findings findings) {
    this.target = target;
    this.findings = findings;
  }

  public void run(Consumer<String> out) {
    Map<String, List<JsonNode>> ratings = new LinkedHashMap<>();
    target
        .all(target.with("hris"), "/v1/ratings")
        .forEach(
            rating ->
                ratings
                    .computeIfAbsent(rating.path("cycle").asText(), none -> new ArrayList<>())
                    .add(rating));
    int solved = 0;
    for (JsonNode dimension : target.all(target.with("hr-lead"), "/v1/demographic-dimensions")) {
      for (var cycle : ratings.entrySet()) {
        solved += solve(cycle.getKey(), dimension, cycle.getValue());
      }
    }
    int ids = ids();
    out.accept("linking: " + solved + " groups solved for their people, " + ids + " ids compared");
  }

  private int solve(String cycle, JsonNode dimension, List<JsonNode> ratings) {
    if (ratings.isEmpty() || !ratings.get(0).path("origin").asText().equals("LIVE")) {
      return 0;
    }
    String key = dimension.path("key").asText();
    Map<String, Map<String, int[]>> figures = new TreeMap<>();
    for (Caller reader : readers()) {
      for (String phase : PHASES) {
        JsonNode seen =
            target.read(
                reader, "/v1/fairness?cycle=" + cycle + "&dimension=" + key + "&phase=" + phase);
        for (JsonNode group : seen.path("groups")) {
          if (group.has("n") && !saysNothing(dimension, group)) {
            int selected = group.path("selected").asInt();
            int[] counts = {group.path("n").asInt() - selected, selected};
            figures
                .computeIfAbsent(group.path("value").asText(), none -> new TreeMap<>())
                .put(phase, counts);
          }
        }
      }
    }
    int[][] company = company(ratings);
    figures.forEach((group, shown) -> solve(cycle + " " + key, group, shown, company));
    return figures.size();
  }

  /** People who declared nothing have told nothing that could be found out. */
  private static boolean saysNothing(JsonNode dimension, JsonNode group) {
    String value = group.path("value").asText();
    return value.equals("undeclared")
        || StreamSupport.stream(dimension.path("undeclaredValues").spliterator(), false)
            .anyMatch(each -> each.asText().equals(value));
  }

  private void solve(String where, String group, Map<String, int[]> shown, int[][] company) {
    int[] before = shown.get("BEFORE");
    int[] after = shown.get("AFTER");
    if (before == null || after == null || sum(before) != sum(after)) {
      return;
    }
    Movers movers = new Movers(before, after, company);
    if (!movers.isPossible()) {
      return;
    }
    for (int from = 0; from < 2; from++) {
      for (int to = 0; to < 2; to++) {
        int all = company[from][to];
        if (all > 0 && movers.least(from, to) == all) {
          findings.add(
              "a protected attribute is known",
              where,
              "all " + all + " people who went from " + from + " to " + to + " are " + group);
        }
      }
    }
  }

  /**
   * How many people moved from not favourable (0) or favourable (1) to either, as everybody was
   * told.
   */
  private static int[][] company(List<JsonNode> ratings) {
    int[][] company = new int[2][2];
    for (JsonNode rating : ratings) {
      int favourable = rating.path("favourableFrom").asInt(rating.path("scaleSize").asInt());
      int now = rating.path("ordinal").asInt();
      int first = rating.path("originalOrdinal").asInt(now);
      company[first >= favourable ? 1 : 0][now >= favourable ? 1 : 0]++;
    }
    return company;
  }

  private List<Caller> readers() {
    return List.of(target.with("hr-lead"), target.with("insight"), target.with("auditor"));
  }

  private static int sum(int[] counts) {
    return java.util.Arrays.stream(counts).sum();
  }

  /** Every id that anybody reads in a list; two that lie close were not drawn at random. */
  private int ids() {
    TreeSet<UUID> ids = new TreeSet<>();
    for (Caller caller : target.callers()) {
      for (String list :
          List.of("/v1/reviews", "/v1/employees", "/v1/calibration-sessions", "/v1/policies")) {
        target.all(caller, list).forEach(item -> collect(item, ids));
      }
    }
    long last = Long.MIN_VALUE;
    for (UUID id : ids.stream().sorted(LinkingAttack::byTail).toList()) {
      long tail = id.getLeastSignificantBits();
      if (last != Long.MIN_VALUE && tail - last < NEAR && tail != last) {
        findings.add("one id gives away another", id.toString(), "is near to another id");
      }
      last = tail;
    }
    return ids.size();
  }

  private static int byTail(UUID one, UUID other) {
    return Long.compare(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private static void collect(JsonNode node, TreeSet<UUID> ids) {
    if (node.isTextual() && node.asText().length() == 36) {
      try {
        ids.add(UUID.fromString(node.asText()));
      } catch (IllegalArgumentException e) {
        // another text of that length
      }
    }
    node.forEach(child -> collect(child, ids));
  }
}
