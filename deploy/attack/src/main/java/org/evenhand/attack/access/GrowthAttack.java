package org.evenhand.attack.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
 * What people keep, say and agree on all year: of an object that isn't in somebody's list, they are
 * told that there is none, and not that it is closed to them, which would say that there is one.
 */
public final class GrowthAttack {

  private static final List<String> LISTS =
      List.of(
          "/v1/observations",
          "/v1/feedback",
          "/v1/feedback-requests",
          "/v1/goals",
          "/v1/development-plans",
          "/v1/checklists",
          "/v1/remediation-plans",
          "/v1/check-ins",
          "/v1/check-in-actions",
          "/v1/coaching-circles",
          "/v1/peer-requests",
          "/v1/upward-rounds",
          "/v1/opportunities",
          "/v1/opportunity-applications",
          "/v1/catalogue",
          "/v1/mentorings");

  private static final Set<String> PEOPLE = Set.of("employee", "manager", "hr", "hr-lead");

  /** Enough to be strangers to most of what there is. */
  private static final int TRIED = 12;

  private final Target target;
  private final Findings findings;
  private final int pairs;

  /**
   * @param pairs how many pairs of a person and an object are tried in all, chosen at random
   */
  public GrowthAttack(Target target, Findings findings, int pairs) {
    this.target = target;
    this.findings = findings;
    this.pairs = pairs;
  }

  public void run(long seed, Consumer<String> out) {
    Random random = new Random(seed);
    List<Caller> people =
        target.callers().stream()
            .filter(caller -> !caller.externalId().isEmpty() && caller.hasAny(PEOPLE))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(people, random);
    List<Caller> tried = people.stream().limit(TRIED).toList();
    int objects = LISTS.stream().mapToInt(list -> attack(list, tried, random)).sum();
    out.accept(
        "growth: %d pairs of %d people and %d objects".formatted(pairs, tried.size(), objects));
  }

  /** How many objects there are. */
  private int attack(String list, List<Caller> people, Random random) {
    Map<String, Set<String>> listed = new HashMap<>();
    for (Caller person : people) {
      listed.put(
          person.name(),
          target.all(person, list).stream()
              .map(each -> each.path("id").asText())
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
    List<String> ids = listed.values().stream().flatMap(Set::stream).distinct().sorted().toList();
    for (int i = 0; i < pairs / LISTS.size() && !ids.isEmpty(); i++) {
      Caller person = people.get(random.nextInt(people.size()));
      String id = ids.get(random.nextInt(ids.size()));
      agree(person, list + "/" + id, listed.getOrDefault(person.name(), Set.of()).contains(id));
    }
    return ids.size();
  }

  private void agree(Caller person, String path, boolean listed) {
    int status = target.get(person, path).status();
    if (status != 429 && status != (listed ? 200 : 404)) {
      findings.add(
          "a stranger learns that there is something",
          path + " as " + person.name(),
          (listed ? "listed" : "not listed") + ", and alone " + status);
    }
  }
}
