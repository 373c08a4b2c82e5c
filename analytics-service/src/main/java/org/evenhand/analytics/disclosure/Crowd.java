package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everybody, by what they had declared when figures were made: people of two such parties can
 * change places many at a time, as {@link Exchange} says. They do so in all figures, or in those of
 * one {@link Moments moment} alone where others have declared something anew in the same way.
 */
final class Crowd {

  /** People who are in the same groups in some figures. */
  private record Party(List<Integer> figures, List<String> groups) {

    String group(int figure) {
      return groups.get(figures.indexOf(figure));
    }
  }

  private record Pair(Party one, Party other) {}

  private record In(int figure, String group) {}

  private final Map<Standpoint, Long> people;
  private final Moments moments;
  private final List<Integer> always;
  private final Set<List<String>> histories = new HashSet<>();
  private final Map<In, Integer> blocks = new HashMap<>();
  private final Map<In, Integer> secrets = new HashMap<>();
  private final Map<Party, List<Standpoint>> members = new HashMap<>();
  private final Map<List<Integer>, List<Party>> largestFirst = new HashMap<>();
  private final Map<Pair, Set<Standpoint>> open = new HashMap<>();

  /**
   * @param people how many there are of each kind
   * @param figures how many figures are looked at
   */
  Crowd(Map<Standpoint, Long> people, int figures) {
    this.people = people;
    this.moments = Moments.of(people.keySet(), figures);
    this.always = IntStream.range(0, figures).boxed().toList();
    people.keySet().forEach(this::add);
  }

  private void add(Standpoint each) {
    histories.add(moments.history(each));
    for (int figure : always) {
      In in = new In(figure, each.groups().get(figure));
      blocks.put(in, each.blocks().get(figure));
      secrets.put(in, each.secrets().get(figure));
    }
  }

  /** Whether somebody may be in the place of somebody who has another secret in a figure. */
  boolean isOpen(Standpoint each, int figure) {
    return moments.number() > 1 && isOpen(each, moments.figures(moments.of(figure)), figure)
        || isOpen(each, always, figure);
  }

  private boolean isOpen(Standpoint each, List<Integer> figures, int figure) {
    Party own = party(each, figures);
    return parties(figures).stream()
        .filter(other -> differ(secrets, own, other, figure))
        .anyMatch(other -> open(own, other).contains(each));
  }

  private static boolean differ(Map<In, Integer> what, Party one, Party other, int figure) {
    int none = Standpoint.OPEN - 1;
    return !what.getOrDefault(new In(figure, one.group(figure)), none)
        .equals(what.getOrDefault(new In(figure, other.group(figure)), none));
  }

  private Party party(Standpoint each, List<Integer> figures) {
    List<String> history = moments.history(each);
    return new Party(figures, figures.stream().map(f -> history.get(moments.of(f))).toList());
  }

  private List<Party> parties(List<Integer> figures) {
    return largestFirst.computeIfAbsent(
        figures,
        none -> {
          Map<Party, Long> sizes = new HashMap<>();
          people.forEach(
              (each, number) -> {
                Party party = party(each, figures);
                sizes.merge(party, number, Long::sum);
                members.computeIfAbsent(party, fresh -> new ArrayList<>()).add(each);
              });
          List<Party> sorted = new ArrayList<>(sizes.keySet());
          sorted.sort(
              Comparator.<Party>comparingLong(party -> -sizes.getOrDefault(party, 0L))
                  .thenComparing(party -> party.groups().toString()));
          return sorted;
        });
  }

  /** The same for both, in whichever order they are asked for. */
  private Set<Standpoint> open(Party own, Party other) {
    Set<Standpoint> known = open.get(new Pair(other, own));
    return known != null
        ? known
        : open.computeIfAbsent(new Pair(own, other), pair -> exchange(own, other));
  }

  private Set<Standpoint> exchange(Party own, Party other) {
    List<Standpoint> mine = becoming(own, other);
    List<Standpoint> theirs = becoming(other, own);
    List<Integer> seen =
        own.figures().stream().filter(figure -> differ(blocks, own, other, figure)).toList();
    return mine.isEmpty() || theirs.isEmpty()
        ? Set.of()
        : new Exchange(mine, theirs, seen, people).open();
  }

  /** Those of a party who in the groups of another one are as others have been. */
  private List<Standpoint> becoming(Party from, Party to) {
    return members.getOrDefault(from, List.of()).stream()
        .filter(each -> histories.contains(moments.changed(each, to.figures(), to.groups())))
        .toList();
  }
}
