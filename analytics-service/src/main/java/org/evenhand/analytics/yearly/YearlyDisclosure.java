package org.evenhand.analytics.yearly;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.DisclosureControl;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.disclosure.Visibility;
import org.evenhand.analytics.statistics.LevelCounts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Decides which groups a figure shows. All kinds of all years are of nearly the same people: who
 * subtracts one figure from another, of whatever room and however old, must not learn what somebody
 * declared.
 */
@ApplicationScoped
class YearlyDisclosure {

  private final EarlierYears published;
  private final YearlyPlaces places;
  private final DisclosureRules rules;

  YearlyDisclosure(EarlierYears published, YearlyPlaces places, AnalyticsConfig config) {
    this.published = published;
    this.places = places;
    this.rules = new DisclosureRules(config.leastGroup(), config.leastDistribution());
  }

  /** What these figures, all of one year, show of a dimension; in their order. */
  Uni<List<FigureGroups>> decide(
      Mutiny.Session session, FigureYear year, List<YearlyFigure> figures, Dimension dimension) {
    List<FigureKey> keys = figures.stream().map(YearlyFigure::key).toList();
    return published
        .read(session, year, dimension)
        .chain(
            earlier ->
                places
                    .profiles(session, dimension, all(earlier, keys))
                    .chain(
                        profiles ->
                            decided(earlier, keys, profiles, dimension)
                                .map(decided -> groups(figures, decided, profiles))));
  }

  /** Of a hundred thousand people that takes minutes, for which no request should wait. */
  private Uni<List<Figure>> decided(
      List<Figure> earlier, List<FigureKey> keys, List<Profile> profiles, Dimension dimension) {
    return VertxContextSupport.executeBlocking(
        () -> DisclosureControl.decide(earlier, keys, profiles, dimension.undeclared(), rules));
  }

  private static List<FigureKey> all(List<Figure> earlier, List<FigureKey> keys) {
    return Stream.concat(earlier.stream().map(Figure::key), keys.stream()).toList();
  }

  /** The new figures are the last ones of which the profiles know a place. */
  private static List<FigureGroups> groups(
      List<YearlyFigure> figures, List<Figure> decided, List<Profile> profiles) {
    List<FigureGroups> groups = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      int fromLast = figures.size() - i;
      groups.add(groups(figures.get(i).people().levels(), decided.get(i), fromLast, profiles));
    }
    return groups;
  }

  private static FigureGroups groups(
      int levels, Figure figure, int fromLast, List<Profile> profiles) {
    SortedMap<String, LevelCounts> shown = new TreeMap<>();
    SortedSet<String> hidden = new TreeSet<>();
    figure
        .visibilities()
        .forEach(
            (group, visibility) -> {
              if (visibility instanceof Visibility.Shown) {
                shown.put(group, counts(levels, profiles, fromLast, group));
              } else {
                hidden.add(group);
              }
            });
    shown.values().removeIf(counts -> counts.people() == 0);
    return new FigureGroups(shown, Map.of(), hidden);
  }

  private static LevelCounts counts(
      int levels, List<Profile> profiles, int fromLast, String group) {
    long[] counts = new long[levels];
    for (Profile profile : profiles) {
      profile
          .places()
          .get(profile.places().size() - fromLast)
          .filter(place -> place.group().equals(group))
          .ifPresent(place -> counts[place.level() - 1] += profile.people());
    }
    return LevelCounts.of(counts);
  }
}
