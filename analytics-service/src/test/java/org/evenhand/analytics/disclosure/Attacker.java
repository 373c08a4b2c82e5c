package org.evenhand.analytics.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Holds everything that every role can read: all figures of all editions, the total, and of each
 * person by name at which level they stand in each figure. Solves for how many people of each class
 * of levels are of a group: what is published are equations, and the least number that they allow
 * is found by linear programming. Where that is the whole class, each of them is known.
 *
 * <p>It takes no account of what the engine is made of.
 */
final class Attacker {

  /** What became certain: everybody at these levels, 0 where they don't count, is of this group. */
  record Certain(List<Integer> levels, int figure, String group, long people) {}

  private record Kind(List<Integer> levels, List<String> groups) {}

  private final Map<Kind, Long> truth = new LinkedHashMap<>();
  private final Map<List<Integer>, Map<List<String>, Long>> classes = new LinkedHashMap<>();
  private final ExpressionsBasedModel equations = new ExpressionsBasedModel();
  private final Map<Kind, Variable> unknowns = new LinkedHashMap<>();
  private final Set<String> undeclared;

  Attacker(List<Profile> profiles, List<Set<String>> shown, Set<String> undeclared) {
    this.undeclared = undeclared;
    List<Integer> telling = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      if (!shown.get(i).isEmpty()) {
        telling.add(i);
      }
    }
    for (Profile profile : profiles) {
      Kind kind = kind(profile, telling);
      if (kind.levels().stream().anyMatch(level -> level > 0) && profile.people() > 0) {
        truth.merge(kind, profile.people(), Long::sum);
        classes
            .computeIfAbsent(kind.levels(), none -> new LinkedHashMap<>())
            .merge(kind.groups(), profile.people(), Long::sum);
      }
    }
    Collection<List<String>> histories =
        truth.keySet().stream().map(Kind::groups).distinct().toList();
    for (List<Integer> levels : classes.keySet()) {
      for (List<String> history : histories) {
        Kind kind = new Kind(levels, history);
        unknowns.put(kind, equations.newVariable(kind.toString()).lower(0));
      }
    }
    classes.forEach(
        (levels, people) ->
            equation(
                kind -> kind.levels().equals(levels),
                people.values().stream().mapToLong(Long::longValue).sum()));
    for (int i = 0; i < telling.size(); i++) {
      figure(i, shown.get(telling.get(i)));
    }
  }

  /** Where somebody doesn't count, they are of the group that they are of in the nearest figure. */
  private static Kind kind(Profile profile, List<Integer> figures) {
    List<Integer> levels = new ArrayList<>();
    List<Optional<String>> groups = new ArrayList<>();
    for (int figure : figures) {
      levels.add(profile.places().get(figure).map(Place::level).orElse(0));
      groups.add(profile.places().get(figure).map(Place::group));
    }
    String last = groups.stream().flatMap(Optional::stream).findFirst().orElse("");
    List<String> extended = new ArrayList<>();
    for (Optional<String> group : groups) {
      last = group.orElse(last);
      extended.add(last);
    }
    return new Kind(levels, extended);
  }

  private void figure(int figure, Set<String> shown) {
    for (String group : shown) {
      Map<Integer, Long> counts = new TreeMap<>();
      for (Kind kind : unknowns.keySet()) {
        if (kind.levels().get(figure) > 0) {
          counts.merge(kind.levels().get(figure), 0L, Long::sum);
        }
      }
      truth.forEach(
          (kind, people) -> {
            if (kind.groups().get(figure).equals(group) && kind.levels().get(figure) > 0) {
              counts.merge(kind.levels().get(figure), people, Long::sum);
            }
          });
      counts.forEach(
          (level, people) ->
              equation(
                  kind ->
                      kind.levels().get(figure).equals(level)
                          && kind.groups().get(figure).equals(group),
                  people));
    }
  }

  private void equation(Predicate<Kind> in, long people) {
    Expression sum = equations.newExpression("equation " + equations.countExpressions());
    unknowns.forEach(
        (kind, unknown) -> {
          if (in.test(kind)) {
            sum.set(unknown, 1);
          }
        });
    sum.level(people);
  }

  /** Everybody of whom it is certain what they declared. */
  List<Certain> certain() {
    List<Certain> certain = new ArrayList<>();
    classes.forEach(
        (levels, people) -> {
          long all = people.values().stream().mapToLong(Long::longValue).sum();
          Map<List<Kind>, Boolean> known = new HashMap<>();
          for (int i = 0; i < levels.size(); i++) {
            int figure = i;
            Set<String> groups =
                people.keySet().stream().map(history -> history.get(figure)).collect(toSet());
            String group = groups.iterator().next();
            if (levels.get(i) > 0 && groups.size() == 1 && !undeclared.contains(group)) {
              List<Kind> ofGroup =
                  unknowns.keySet().stream()
                      .filter(kind -> kind.levels().equals(levels))
                      .filter(kind -> kind.groups().get(figure).equals(group))
                      .toList();
              if (known.computeIfAbsent(ofGroup, none -> least(ofGroup) > all - 1 + 1e-6)) {
                certain.add(new Certain(levels, figure, group, all));
              }
            }
          }
        });
    return certain;
  }

  private double least(List<Kind> kinds) {
    Set<Kind> of = new HashSet<>(kinds);
    unknowns.forEach((kind, unknown) -> unknown.weight(of.contains(kind) ? 1 : 0));
    Optimisation.Result solved = equations.minimise();
    if (!solved.getState().isOptimal()) {
      throw new IllegalStateException(solved.toString());
    }
    return solved.getValue();
  }
}
