package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.statistics.partition.Suppression;

/**
 * Decides what may be shown of each group of each new figure.
 *
 * <p>At first every group is shown. While a {@link Constraint} says that something would follow
 * about a person, one of the groups that it blames is taken back, the one whose loss does least
 * harm. A figure that shows nothing reveals nothing, so the loop ends. Then each group that was
 * taken back is shown after all if nothing leaks by that, because a later loss may have made an
 * earlier one needless.
 */
public final class DisclosureControl {

  private final List<Constraint> constraints;
  private final DisclosureRules rules;

  private DisclosureControl(DisclosureRules rules) {
    this.rules = rules;
    this.constraints = Constraint.all(rules);
  }

  /**
   * Decides new figures of one cycle and dimension.
   *
   * @param earlier the figures that were published, in the order of time
   * @param keys the new ones, in the order of time, after all earlier ones
   * @param profiles everybody who counts in any of them, including people who declared nothing;
   *     with a place for each of the earlier figures, then for each of the new ones
   * @param undeclared the names of the groups that say nothing of their people: those who declared
   *     nothing, and declared values such as "Unknown". They protect others and need no protection
   * @return the new figures, with the visibility of each group that has or had people
   */
  public static List<Figure> decide(
      List<Figure> earlier,
      List<FigureKey> keys,
      List<Profile> profiles,
      Set<String> undeclared,
      DisclosureRules rules) {
    requireOrder(earlier, keys, profiles);
    Population population = new Population(profiles, undeclared, earlier.size() + keys.size());
    DisclosureControl control = new DisclosureControl(rules);
    List<Figure> figures = new ArrayList<>(earlier);
    for (FigureKey key : keys) {
      figures.add(control.figure(control.settle(key, population, figures, Set.of())));
    }
    return List.copyOf(figures.subList(earlier.size(), figures.size()));
  }

  /**
   * Decides the only figure of its kind.
   *
   * @param profiles with one place each
   * @param withheld groups that are not shown for another reason
   */
  public static Figure decide(
      FigureKey key,
      List<Profile> profiles,
      Set<String> undeclared,
      Set<String> withheld,
      DisclosureRules rules) {
    requireOrder(List.of(), List.of(key), profiles);
    Population population = new Population(profiles, undeclared, 1);
    DisclosureControl control = new DisclosureControl(rules);
    return control.figure(control.settle(key, population, List.of(), withheld));
  }

  private static void requireOrder(
      List<Figure> earlier, List<FigureKey> keys, List<Profile> profiles) {
    List<FigureKey> all = new ArrayList<>(earlier.stream().map(Figure::key).toList());
    all.addAll(keys);
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i - 1).compareTo(all.get(i)) >= 0) {
        throw new IllegalArgumentException(all.get(i) + " does not follow " + all.get(i - 1));
      }
    }
    for (Profile profile : profiles) {
      if (profile.places().size() != all.size()) {
        throw new IllegalArgumentException(
            profile.places().size() + " places in " + all.size() + " figures");
      }
    }
  }

  private Draft settle(
      FigureKey key, Population population, List<Figure> earlier, Set<String> withheld) {
    SortedSet<String> open = new TreeSet<>(population.groups(earlier.size()));
    open.removeAll(withheld);
    Draft draft = new Draft(key, population, earlier, open);
    for (Set<String> leaks = leaks(draft); !leaks.isEmpty(); leaks = leaks(draft)) {
      draft = draft.without(leaks.stream().min(harm(draft)).orElseThrow());
    }
    Optional<Draft> more = Optional.of(draft);
    while (more.isPresent()) {
      draft = more.get();
      more = withOneMore(draft, withheld);
    }
    return draft;
  }

  private Optional<Draft> withOneMore(Draft draft, Set<String> withheld) {
    return draft.others(draft.index()).stream()
        .filter(group -> !withheld.contains(group))
        .sorted(harm(draft).reversed())
        .map(draft::with)
        .filter(more -> leaks(more).isEmpty())
        .findFirst();
  }

  /** The groups that the first broken constraint blames. */
  private Set<String> leaks(Draft draft) {
    return constraints.stream()
        .map(constraint -> constraint.leaks(draft))
        .filter(leaks -> !leaks.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  /**
   * The least harm first: groups that are carried, groups that nobody judges, groups of few people.
   */
  private static Comparator<String> harm(Draft draft) {
    Population population = draft.population();
    return Comparator.<String, Boolean>comparing(group -> draft.carried(group).isEmpty())
        .thenComparing(group -> population.isProtected(Set.of(group)))
        .thenComparing(group -> population.people(draft.index(), Set.of(group)))
        .thenComparing(Comparator.naturalOrder());
  }

  private Figure figure(Draft draft) {
    Suppression distributions = distributions(draft);
    SortedMap<String, Visibility> visibilities = new TreeMap<>();
    for (String group : draft.groups()) {
      visibilities.put(
          group,
          draft.shown().contains(group)
              ? new Visibility.Shown(!distributions.hides(group))
              : draft
                  .carried(group)
                  .<Visibility>map(Visibility.Carried::new)
                  .orElse(new Visibility.Hidden()));
    }
    return new Figure(draft.key(), visibilities);
  }

  private Suppression distributions(Draft draft) {
    SortedMap<String, Long> people = new TreeMap<>();
    for (String group : draft.groups()) {
      people.put(group, draft.population().people(draft.index(), Set.of(group)));
    }
    return Suppression.of(people, draft.others(draft.index()), rules.leastDistribution());
  }
}
