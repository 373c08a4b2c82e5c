package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.analytics.statistics.Suppression;

/** Decides what may be shown of each group of each new figure. */
public final class DisclosureControl {

  private DisclosureControl() {}

  /**
   * Decides the figures that are undecided.
   *
   * @param figures all of one cycle and dimension in the order of time; the decided ones first
   * @param profiles everybody who counts in any of them, whoever declared nothing included
   * @param undeclared the names of the groups that say nothing of their people: those who declared
   *     nothing, and declared values such as "Unknown". They protect others and need no protection
   * @return the figures that were undecided, in the same order, with a standing for each group that
   *     somebody is or was in
   */
  public static List<Figure> decide(
      List<Figure> figures,
      List<Profile> profiles,
      Set<String> undeclared,
      DisclosureRules rules) {
    List<Figure> all = new ArrayList<>(figures);
    List<Figure> decided = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isDecided()) {
        all.set(i, decide(all, i, profiles, rules));
        decided.add(all.get(i));
      }
    }
    return decided;
  }

  private static Figure decide(
      List<Figure> figures, int index, List<Profile> profiles, DisclosureRules rules) {
    SortedMap<String, Long> people = new TreeMap<>();
    for (Profile profile : profiles) {
      for (int i = 0; i <= index; i++) {
        long counted = i == index ? profile.people() : 0;
        profile.places().get(i).ifPresent(place -> people.merge(place.group(), counted, Long::sum));
      }
    }
    Suppression few = Suppression.of(people, rules.leastGroup());
    Suppression distributions = Suppression.of(people, rules.leastDistribution());
    SortedMap<String, Standing> standings = new TreeMap<>();
    for (String group : people.keySet()) {
      standings.put(
          group,
          few.hides(group)
              ? earlier(figures, index, group)
                  .<Standing>map(Standing.Carried::new)
                  .orElse(new Standing.Hidden())
              : new Standing.Shown(!distributions.hides(group)));
    }
    return new Figure(figures.get(index).key(), standings);
  }

  private static Optional<FigureKey> earlier(List<Figure> figures, int index, String group) {
    return IntStream.range(0, index)
        .mapToObj(figures::get)
        .filter(figure -> figure.shows(group))
        .map(Figure::key)
        .max(Comparator.naturalOrder());
  }
}
