package org.evenhand.attack.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;

/**
 * Every person and every review: those who see it in their list can read it, and nobody else can;
 * HR sees nothing of their own chain; an auditor sees no content.
 */
public final class RelationAttack {

  /** Names of fields in which somebody's rating or words would stand. */
  private static final Set<String> CONTENT =
      Set.of(
          "ordinal",
          "originalOrdinal",
          "calibratedOrdinal",
          "label",
          "scores",
          "ownScore",
          "consensus",
          "decision",
          "ratings",
          "rating",
          "situation",
          "behaviour",
          "impact",
          "answers",
          "contextNote",
          "parts",
          "narrative");

  private static final List<String> OVER = List.of("hr", "hr-lead");

  private final Target target;
  private final Findings findings;
  private final Map<String, String> managers;
  private final int pairs;

  /**
   * @param managers whom each person reports to, by externalId
   * @param pairs how many pairs of a person and a review are tried, chosen at random
   */
  public RelationAttack(Target target, Findings findings, Map<String, String> managers, int pairs) {
    this.target = target;
    this.findings = findings;
    this.managers = managers;
    this.pairs = pairs;
  }

  public void run(long seed, Consumer<String> out) {
    List<Caller> people =
        target.callers().stream().filter(caller -> !caller.externalId().isEmpty()).toList();
    Map<String, JsonNode> reviews = new LinkedHashMap<>();
    Map<String, Set<String>> listed = new HashMap<>();
    for (Caller person : people) {
      Set<String> own = new LinkedHashSet<>();
      for (JsonNode review : target.all(person, "/v1/reviews")) {
        String id = review.path("id").asText();
        own.add(id);
        reviews.putIfAbsent(id, review);
      }
      listed.put(person.name(), own);
    }
    Random random = new Random(seed);
    List<String> ids = List.copyOf(reviews.keySet());
    for (int i = 0; i < pairs && !ids.isEmpty(); i++) {
      Caller person = people.get(random.nextInt(people.size()));
      String id = ids.get(random.nextInt(ids.size()));
      agree(person, id, listed.getOrDefault(person.name(), Set.of()).contains(id));
    }
    people.stream()
        .filter(person -> person.hasAny(Set.copyOf(OVER)))
        .forEach(person -> ownChain(person, reviews.values()));
    auditor(ids);
    out.accept(
        "relations: %d pairs of %d people and %d reviews"
            .formatted(pairs, people.size(), ids.size()));
  }

  private void agree(Caller person, String id, boolean listed) {
    int status = target.get(person, "/v1/reviews/" + id).status();
    boolean auditorOnly = !person.hasAny(Set.of("employee", "manager", "hr", "hr-lead"));
    if (status != 429 && status != (auditorOnly ? 403 : listed ? 200 : 404)) {
      findings.add(
          "a list and a single object disagree",
          "/v1/reviews/" + id + " as " + person.name(),
          (listed ? "listed" : "not listed") + ", and alone " + status);
    }
    int trail = target.get(person, "/v1/reviews/" + id + "/trail").status();
    if (!person.hasAny(Set.of("auditor")) && !listed && trail == 200) {
      findings.add(
          "a trail of a review that isn't theirs",
          "/v1/reviews/" + id + "/trail as " + person.name(),
          "200");
    }
  }

  /** HR's door doesn't open on people above; only what everybody may see is open there. */
  private void ownChain(Caller person, Iterable<JsonNode> reviews) {
    Set<String> above = above(person.externalId());
    Map<String, String> externalIds =
        target.all(target.with("hris"), "/v1/employees").stream()
            .collect(
                Collectors.toMap(e -> e.path("id").asText(), e -> e.path("externalId").asText()));
    for (JsonNode review : reviews) {
      String reviewee = externalIds.getOrDefault(review.at("/reviewee/id").asText(), "");
      if (above.contains(reviewee)) {
        JsonNode seen = target.read(person, "/v1/reviews/" + review.path("id").asText());
        if (seen.has("ordinal") || seen.has("ratings") && !seen.path("ratings").isEmpty()) {
          findings.add(
              "HR reads of their own managers",
              "/v1/reviews/" + review.path("id").asText() + " as " + person.name(),
              "the rating of " + reviewee);
        }
      }
    }
  }

  private Set<String> above(String externalId) {
    Set<String> above = new LinkedHashSet<>();
    String at = managers.getOrDefault(externalId, "");
    while (!at.isEmpty() && above.add(at)) {
      at = managers.getOrDefault(at, "");
    }
    return above;
  }

  private void auditor(List<String> reviews) {
    Caller auditor = target.with("auditor");
    reviews.stream().limit(20).forEach(id -> noContent(auditor, "/v1/reviews/" + id + "/trail"));
    for (JsonNode session : target.all(auditor, "/v1/calibration-sessions")) {
      String at = "/v1/calibration-sessions/" + session.path("id").asText();
      noContent(auditor, at);
      noContent(auditor, at + "/samples");
    }
  }

  private void noContent(Caller auditor, String path) {
    noContent(path, target.read(auditor, path));
  }

  private void noContent(String path, JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              boolean said = !value.isNull() && !(value.isContainerNode() && value.isEmpty());
              if (CONTENT.contains(field.getKey()) && said) {
                findings.add("an auditor reads content", path, field.getKey() + ": " + value);
              } else {
                noContent(path, value);
              }
            });
    if (node.isArray()) {
      node.forEach(each -> noContent(path, each));
    }
  }
}
