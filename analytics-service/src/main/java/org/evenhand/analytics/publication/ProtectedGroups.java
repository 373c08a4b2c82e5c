package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cube;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.DisclosureControl;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Visibility;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings a protected attribute before disclosure control, with all that was published of it. */
@ApplicationScoped
class ProtectedGroups {

  private final EarlierFigures published;
  private final Snapshots snapshots;
  private final DisclosureRules rules;

  ProtectedGroups(EarlierFigures published, Snapshots snapshots, AnalyticsConfig config) {
    this.published = published;
    this.snapshots = snapshots;
    this.rules = new DisclosureRules(config.leastGroup(), config.leastDistribution());
  }

  /** What an edition, of which the snapshot was taken, says of the groups of a dimension. */
  Uni<List<GroupFigure>> decide(
      Mutiny.Session session, Cycle cycle, Edition edition, Cube cube, Dimension dimension) {
    List<FigureKey> keys =
        edition.phases().keySet().stream()
            .sorted()
            .map(phase -> new FigureKey(edition.number(), phase))
            .toList();
    return published
        .read(session, cycle, dimension.key(), edition.scale())
        .chain(
            earlier ->
                snapshots
                    .profiles(session, cycle, dimension.key(), all(earlier, keys))
                    .map(
                        profiles ->
                            DisclosureControl.decide(
                                earlier, keys, profiles, dimension.undeclared(), rules)))
        .map(decided -> figures(decided, edition, cube, dimension.key()));
  }

  /**
   * What is published of how those who count in the last edition, the one at the closure, fared
   * with appeals.
   */
  Uni<List<AppealGroup>> ofAppeals(
      Mutiny.Session session, Cycle cycle, Edition edition, Dimension dimension) {
    List<FigureKey> key = List.of(FigureKey.ofAppeals(edition.number()));
    return published
        .read(session, cycle, dimension.key(), edition.scale())
        .chain(
            earlier ->
                snapshots
                    .profiles(session, cycle, dimension.key(), all(earlier, key))
                    .map(
                        profiles ->
                            AppealGroup.of(
                                dimension.key(),
                                DisclosureControl.decide(
                                        earlier, key, profiles, dimension.undeclared(), rules)
                                    .get(0),
                                profiles)));
  }

  private static List<FigureKey> all(List<Figure> earlier, List<FigureKey> keys) {
    return Stream.concat(earlier.stream().map(Figure::key), keys.stream()).toList();
  }

  private static List<GroupFigure> figures(
      List<Figure> decided, Edition edition, Cube cube, String dimension) {
    List<GroupFigure> figures = new ArrayList<>();
    for (Figure figure : decided) {
      Phase phase = figure.key().phase();
      Tally tally = cube.tally(phase, dimension, edition.scale(), true);
      figure
          .visibilities()
          .forEach(
              (value, visibility) ->
                  figures.add(
                      new GroupFigure(
                          phase,
                          dimension,
                          value,
                          visibility,
                          visibility instanceof Visibility.Shown ? tally.counts(value) : null,
                          tally.strata().getOrDefault(value, Map.of()))));
    }
    return figures;
  }
}
