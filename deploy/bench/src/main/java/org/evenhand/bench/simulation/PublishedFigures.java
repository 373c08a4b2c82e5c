package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.disclosure.Visibility;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * The published figures of a made-up company, as an attacker has them: the counts of the shown
 * groups, and the level of everybody by name. Linear programming finds the least number of people
 * of a group among those of the same levels; where that is all of them, they are recovered.
 */
final class PublishedFigures {

  /** People of the same levels, and of what they declared; 0 and "" where they don't count. */
  private record Kind(List<Integer> levels, List<String> groups) {}

  private final Map<Kind, Long> people = new LinkedHashMap<>();
  private final Map<Kind, Variable> unknown = new LinkedHashMap<>();
  private final ExpressionsBasedModel published = new ExpressionsBasedModel();
  private final String undeclared;

  PublishedFigures(List<Profile> profiles, List<Figure> figures, String undeclared) {
    this.undeclared = undeclared;
    profiles.forEach(each -> people.merge(kind(each), each.people(), Long::sum));
    Set<List<Integer>> classes = new LinkedHashSet<>();
    Set<List<String>> declared = new LinkedHashSet<>();
    for (Kind kind : people.keySet()) {
      classes.add(kind.levels());
      declared.add(kind.groups());
    }
    for (List<Integer> levels : classes) {
      for (List<String> groups : declared) {
        Kind kind = new Kind(levels, groups);
        unknown.put(kind, published.newVariable(kind.toString()).lower(0));
      }
      publish(kind -> kind.levels().equals(levels));
    }
    for (int i = 0; i < figures.size(); i++) {
      publish(i, figures.get(i));
    }
  }

  private static Kind kind(Profile profile) {
    List<Integer> levels = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    String last =
        profile.places().stream()
            .flatMap(Optional::stream)
            .findFirst()
            .map(Place::group)
            .orElse("");
    for (Optional<Place> place : profile.places()) {
      last = place.map(Place::group).orElse(last);
      levels.add(place.map(Place::level).orElse(0));
      groups.add(last);
    }
    return new Kind(levels, groups);
  }

  private void publish(int figure, Figure shown) {
    Set<Integer> levels = new TreeSet<>();
    people.keySet().forEach(kind -> levels.add(kind.levels().get(figure)));
    levels.remove(0);
    shown
        .visibilities()
        .forEach(
            (group, visibility) -> {
              if (visibility instanceof Visibility.Shown) {
                for (int level : levels) {
                  publish(
                      kind ->
                          kind.levels().get(figure) == level
                              && kind.groups().get(figure).equals(group));
                }
              }
            });
  }

  /** This many people are known to be of these kinds together. */
  private void publish(Predicate<Kind> kinds) {
    Expression sum = published.newExpression("figure " + published.countExpressions());
    unknown.forEach(
        (kind, variable) -> {
          if (kinds.test(kind)) {
            sum.set(variable, 1);
          }
        });
    sum.level(count(kinds));
  }

  private long count(Predicate<Kind> kinds) {
    return people.entrySet().stream()
        .filter(each -> kinds.test(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The number of people recovered: those whose last declaration is certain. */
  long recovered() {
    long recovered = 0;
    Set<List<Integer>> seen = new HashSet<>();
    for (Kind one : people.keySet()) {
      String group = one.groups().get(one.groups().size() - 1);
      if (!group.equals(undeclared) && seen.add(one.levels())) {
        long all = count(kind -> kind.levels().equals(one.levels()));
        Predicate<Kind> alike =
            kind ->
                kind.levels().equals(one.levels())
                    && kind.groups().get(kind.groups().size() - 1).equals(group);
        if (count(alike) == all && least(alike) > all - 1 + 1e-6) {
          recovered += all;
        }
      }
    }
    return recovered;
  }

  private double least(Predicate<Kind> kinds) {
    unknown.forEach((kind, variable) -> variable.weight(kinds.test(kind) ? 1 : 0));
    return published.minimise().getValue();
  }
}
