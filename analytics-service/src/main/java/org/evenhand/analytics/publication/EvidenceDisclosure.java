package org.evenhand.analytics.publication;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.disclosure.DisclosureControl;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.disclosure.Visibility;

/**
 * Decides what is told of the evidence of the groups of a dimension. A reviewer knows in which band
 * their people are, as they know the levels that they gave; so bands are kept back as levels are.
 */
final class EvidenceDisclosure {

  private static final FigureKey ONCE = new FigureKey(1, Phase.BEFORE);

  /**
   * People of one group who are in the same bands.
   *
   * @param bands empty where nobody told what their reviews rest on
   * @param distribution whether the distribution of the group's ratings is shown: levels off the
   *     middle need observations, so how many there are says something of the ratings
   */
  record Alike(
      String group, Map<EvidenceMeasure, Integer> bands, boolean distribution, long people) {

    Place place(EvidenceMeasure measure) {
      // Who wasn't told of is in a band of their own.
      return new Place(group, bands.getOrDefault(measure, measure.bands().size() + 1));
    }

    boolean isTold() {
      return distribution && !bands.isEmpty();
    }
  }

  private EvidenceDisclosure() {}

  /** The figures by group; a group of which nothing is told is absent. */
  static SortedMap<String, EvidenceFigures> decide(
      List<Alike> people, Set<String> undeclared, DisclosureRules rules) {
    Set<String> withheld =
        people.stream()
            .filter(alike -> !alike.isTold())
            .map(Alike::group)
            .collect(Collectors.toSet());
    SortedMap<String, Map<EvidenceMeasure, List<Long>>> told = new TreeMap<>();
    for (EvidenceMeasure measure : EvidenceMeasure.values()) {
      Figure figure =
          DisclosureControl.decide(ONCE, profiles(people, measure), undeclared, withheld, rules);
      figure
          .visibilities()
          .forEach(
              (group, visibility) -> {
                if (visibility instanceof Visibility.Shown shown && shown.distribution()) {
                  told.computeIfAbsent(group, none -> new EnumMap<>(EvidenceMeasure.class))
                      .put(measure, counts(people, measure, group));
                }
              });
    }
    SortedMap<String, EvidenceFigures> figures = new TreeMap<>();
    told.forEach(
        (group, bands) -> figures.put(group, new EvidenceFigures(reviews(people, group), bands)));
    return Collections.unmodifiableSortedMap(figures);
  }

  private static List<Profile> profiles(List<Alike> people, EvidenceMeasure measure) {
    Map<Place, Long> places = new HashMap<>();
    people.forEach(alike -> places.merge(alike.place(measure), alike.people(), Long::sum));
    return places.entrySet().stream()
        .map(each -> new Profile(List.of(Optional.of(each.getKey())), each.getValue()))
        .toList();
  }

  private static List<Long> counts(List<Alike> people, EvidenceMeasure measure, String group) {
    long[] counts = new long[measure.bands().size()];
    for (Alike alike : people) {
      if (alike.group().equals(group)) {
        counts[alike.place(measure).level() - 1] += alike.people();
      }
    }
    return LongStream.of(counts).boxed().toList();
  }

  private static long reviews(List<Alike> people, String group) {
    return people.stream()
        .filter(alike -> alike.group().equals(group))
        .mapToLong(Alike::people)
        .sum();
  }
}
