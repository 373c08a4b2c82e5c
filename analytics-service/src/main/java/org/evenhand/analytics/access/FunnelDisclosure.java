package org.evenhand.analytics.access;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.access.FunnelPlaces.Stratum;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.DisclosureControl;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.disclosure.Visibility;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Decides which groups an audit shows. All kinds of all years are of nearly the same people: who
 * subtracts one audit from another, however old, must not learn what somebody declared.
 */
@ApplicationScoped
class FunnelDisclosure {

  private static final String EARLIER =
      """
      select a.number, g.value, g.reached is not null as shown,
        a.has_stages and abs(a.year - :year) <= 1 as has_stages
      from access_audit a join access_group g on g.audit_id = a.id
      where g.dimension = :dimension
      order by 1, 2
      """;

  private final FunnelPlaces places;
  private final DisclosureRules rules;

  FunnelDisclosure(FunnelPlaces places, AnalyticsConfig config) {
    this.places = places;
    this.rules = new DisclosureRules(config.leastGroup(), config.leastDistribution());
  }

  /** What these audits, all of one year, show of a dimension; in their order. */
  Uni<List<Funnel>> decide(
      Mutiny.Session session, AuditYear year, List<Audit> audits, Dimension dimension) {
    List<FigureKey> keys =
        audits.stream().map(audit -> FigureKey.ofAccess(audit.number())).toList();
    return earlier(session, year, dimension)
        .chain(
            earlier ->
                places
                    .profiles(session, dimension, all(earlier, keys))
                    .chain(
                        profiles ->
                            decided(earlier, keys, profiles, dimension)
                                .map(decided -> funnels(dimension, audits, decided, profiles))))
        .chain(
            funnels ->
                places
                    .strata(session, year, dimension)
                    .map(strata -> stratified(audits, funnels, strata)));
  }

  /** Of a hundred thousand people that takes seconds, for which nobody else should wait. */
  private Uni<List<Figure>> decided(
      List<Figure> earlier, List<FigureKey> keys, List<Profile> profiles, Dimension dimension) {
    return VertxContextSupport.executeBlocking(
        () -> DisclosureControl.decide(earlier, keys, profiles, dimension.undeclared(), rules));
  }

  private static List<FigureKey> all(List<Figure> earlier, List<FigureKey> keys) {
    return Stream.concat(earlier.stream().map(Figure::key), keys.stream()).toList();
  }

  /** The new figures are the last ones of which the profiles know a place. */
  private static List<Funnel> funnels(
      Dimension dimension, List<Audit> audits, List<Figure> decided, List<Profile> profiles) {
    List<Funnel> funnels = new ArrayList<>();
    for (int i = 0; i < audits.size(); i++) {
      int fromLast = audits.size() - i;
      funnels.add(funnel(dimension, audits.get(i), decided.get(i), fromLast, profiles));
    }
    return funnels;
  }

  private static List<Funnel> stratified(
      List<Audit> audits, List<Funnel> funnels, List<Stratum> strata) {
    List<Funnel> stratified = new ArrayList<>();
    for (int i = 0; i < audits.size(); i++) {
      Map<String, Map<String, LevelCounts>> byGroup = new HashMap<>();
      for (Stratum stratum : strata) {
        if (stratum.number() == audits.get(i).number()) {
          byGroup
              .computeIfAbsent(stratum.group(), none -> new HashMap<>())
              .put(stratum.name(), stratum.furthest());
        }
      }
      stratified.add(funnels.get(i).within(byGroup));
    }
    return stratified;
  }

  private record Said(int number, String group, boolean shown, boolean hasStages) {}

  /** Those that show nothing tell nothing. */
  private static Uni<List<Figure>> earlier(
      Mutiny.Session session, AuditYear year, Dimension dimension) {
    return Rows.of(session, EARLIER)
        .bind("dimension", dimension.key())
        .bind("year", year.year())
        .list(
            row ->
                new Said(
                    row.integer("number"),
                    row.text("value"),
                    row.flag("shown"),
                    row.flag("has_stages")))
        .map(FunnelDisclosure::figures);
  }

  private static List<Figure> figures(List<Said> groups) {
    SortedMap<Integer, SortedMap<String, Visibility>> figures = new TreeMap<>();
    Set<Integer> withStages = new HashSet<>();
    for (Said said : groups) {
      figures
          .computeIfAbsent(said.number(), none -> new TreeMap<>())
          .put(said.group(), said.shown() ? new Visibility.Shown(true) : new Visibility.Hidden());
      if (said.hasStages()) {
        withStages.add(said.number());
      }
    }
    figures
        .values()
        .removeIf(
            groupsOf -> groupsOf.values().stream().noneMatch(Visibility.Shown.class::isInstance));
    return figures.entrySet().stream()
        .map(
            each ->
                new Figure(
                    FigureKey.ofAccess(each.getKey()),
                    each.getValue(),
                    withStages.contains(each.getKey())))
        .toList();
  }

  private static Funnel funnel(
      Dimension dimension, Audit audit, Figure figure, int fromLast, List<Profile> profiles) {
    SortedMap<String, LevelCounts> shown = new TreeMap<>();
    SortedSet<String> hidden = new TreeSet<>();
    figure
        .visibilities()
        .forEach(
            (group, visibility) -> {
              LevelCounts counts = counts(profiles, fromLast, group);
              if (visibility instanceof Visibility.Shown) {
                shown.put(group, counts);
              } else {
                hidden.add(group);
              }
            });
    shown.values().removeIf(counts -> counts.people() == 0);
    return new Funnel(dimension, audit.furthest(), shown, Map.of(), hidden);
  }

  private static LevelCounts counts(List<Profile> profiles, int fromLast, String group) {
    long[] counts = new long[Stage.values().length];
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
