package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What follows about people from figures when everybody's level in each figure is known.
 *
 * <p>People at the same levels are a <em>class</em>, and can't be told apart. If they are of
 * several groups, nothing follows about any one. If all are of one group, their group may follow,
 * unless one of them could be of another group and all figures were still the same. So a person is
 * looked for with whom one of them could change places,
 *
 * <ul>
 *   <li>unseen: wherever figures tell the two apart, they are at the same level, or
 *   <li>unseen because two others do it the other way round: a person who went from 5 to 3 changes
 *       places with one who went from 5 to 4, and one who stayed at 4 with one who went from 4 to
 *       3.
 * </ul>
 *
 * <p>Such a change proves that nothing follows. A change that takes more than four people is not
 * looked for, and the class counts as known, which is the safe side, unless it can take part in an
 * {@link Exchange} of many.
 */
final class Deduction {

  /** Of so many kinds of people, the most frequent, others are looked for who do it also. */
  private static final int OTHERS = 500;

  /** Among more kinds of people hardly two are alike, and to try all pairs would take hours. */
  private static final int FEW = 300;

  private final Blocks secrets;
  private final Map<List<Integer>, List<Standpoint>> classes = new LinkedHashMap<>();
  private final Map<Standpoint, Long> all = new LinkedHashMap<>();
  private final Set<Trace> traces = new HashSet<>();
  private final Crowd crowd;

  /**
   * @param figures which
   * @param told for each of them, what a reader tells apart in it
   * @param secrets what must not become certain: in which of these somebody is, if it is protected
   */
  Deduction(Population population, List<Integer> figures, List<Blocks> told, Blocks secrets) {
    this.secrets = secrets;
    for (Profile profile : population.profiles()) {
      Standpoint.of(profile, figures, told, secrets, population)
          .ifPresent(each -> all.merge(each, profile.people(), Long::sum));
    }
    this.crowd = new Crowd(all, figures.size());
    all.keySet()
        .forEach(
            each -> classes.computeIfAbsent(each.levels(), none -> new ArrayList<>()).add(each));
  }

  /**
   * What is certain about people at the same levels.
   *
   * @param levels in each of the figures
   */
  record Certainty(List<Integer> levels, SortedSet<String> secret) {

    /** As it was when there were but so many figures. */
    Certainty before(int figures) {
      return new Certainty(List.copyOf(levels.subList(0, figures)), secret);
    }
  }

  /** What is certain about somebody. */
  Set<SortedSet<String>> certain() {
    return certainties().stream()
        .map(Certainty::secret)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What is certain about whom. */
  Set<Certainty> certainties() {
    Set<Certainty> certain = new LinkedHashSet<>();
    for (List<Standpoint> alike : classes.values()) {
      Standpoint first = alike.get(0);
      for (int figure = 0; figure < first.levels().size(); figure++) {
        int secret = first.secrets().get(figure);
        if (first.levels().get(figure) > 0
            && secret != Standpoint.OPEN
            && !isOpen(alike, figure, secret)) {
          certain.add(new Certainty(first.levels(), secrets.all().get(secret)));
        }
      }
    }
    return certain;
  }

  private boolean isOpen(List<Standpoint> alike, int figure, int secret) {
    return alike.stream().anyMatch(each -> each.secrets().get(figure) != secret)
        || alike.stream().anyMatch(each -> crowd.isOpen(each, figure))
        || all.size() <= FEW && alike.stream().anyMatch(each -> couldBeOther(each, figure, secret));
  }

  private boolean couldBeOther(Standpoint one, int figure, int secret) {
    return all.keySet().stream()
        .filter(other -> other.secrets().get(figure) != secret)
        .map(other -> Trace.of(one, other))
        .anyMatch(change -> change.isNone() || traces().contains(change.undone()));
  }

  /** What a reader would see if any two people changed places. */
  private Set<Trace> traces() {
    if (traces.isEmpty()) {
      List<Standpoint> each = all.keySet().stream().limit(OTHERS).toList();
      for (int i = 0; i < each.size(); i++) {
        for (int j = i + 1; j < each.size(); j++) {
          traces.add(Trace.of(each.get(i), each.get(j)));
        }
      }
    }
    return traces;
  }
}
