package org.evenhand.analytics.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.evidence.EvidenceView.GroupState;
import org.evenhand.analytics.evidence.EvidenceView.GroupView;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.EvidenceStore;
import org.evenhand.analytics.publication.EvidenceStore.Published;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.ReleaseView.EditionView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.viewer.CycleView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers how much the ratings of the groups of a dimension rest on, as it was published. */
@ApplicationScoped
class EvidenceParity {

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final Editions editions;
  private final EvidenceStore evidence;
  private final GroupEvidence rule;

  EvidenceParity(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      DemographicDimensions dimensions,
      Editions editions,
      EvidenceStore evidence,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.dimensions = dimensions;
    this.editions = editions;
    this.evidence = evidence;
    this.rule = new GroupEvidence(config.leastDistribution());
  }

  Uni<EvidenceView> of(String cycle, String dimension) {
    return sessions.withTransaction(
        session ->
            dimensions
                .all(session)
                .map(all -> DemographicDimensions.require(all, dimension))
                .chain(
                    asked ->
                        cycles.require(session, cycle).chain(found -> of(session, found, asked))));
  }

  private Uni<EvidenceView> of(Mutiny.Session session, Cycle cycle, Dimension dimension) {
    return editions
        .last(session, cycle)
        .chain(
            last ->
                editions
                    .byProtectedAttribute(session, cycle, Phase.BEFORE, dimension.key())
                    .chain(
                        look ->
                            look instanceof Look.Shown shown
                                ? shown(session, cycle, dimension, shown, last)
                                : Uni.createFrom()
                                    .item(() -> without(cycle, dimension, look, last))));
  }

  private Uni<EvidenceView> shown(
      Mutiny.Session session,
      Cycle cycle,
      Dimension dimension,
      Look.Shown shown,
      Optional<Edition> last) {
    return evidence
        .read(session, cycle, dimension.key())
        .map(
            published -> {
              List<GroupView> groups = groups(shown, published);
              return view(
                  cycle,
                  dimension,
                  groups.stream().allMatch(group -> group.state() == GroupState.HIDDEN)
                      ? Visibility.TOO_FEW_PEOPLE
                      : Visibility.SHOWN,
                  last,
                  published.values().stream().findAny().map(Published::edition).orElse(null),
                  groups);
            });
  }

  private List<GroupView> groups(Look.Shown shown, Map<String, Published> published) {
    return Stream.concat(
            shown.groups().stream()
                .map(
                    group ->
                        rule.of(
                            group,
                            Optional.ofNullable(published.get(group.value()))
                                .map(Published::figures)
                                .orElse(null))),
            shown.hidden().stream().map(rule::hidden))
        .sorted(Comparator.comparing(GroupView::value))
        .toList();
  }

  private EvidenceView without(
      Cycle cycle, Dimension dimension, Look look, Optional<Edition> last) {
    return view(
        cycle,
        dimension,
        look instanceof Look.Gathering ? Visibility.GATHERING : Visibility.NO_RATINGS,
        last,
        null,
        List.of());
  }

  private EvidenceView view(
      Cycle cycle,
      Dimension dimension,
      Visibility state,
      Optional<Edition> last,
      @Nullable EditionView published,
      List<GroupView> groups) {
    return new EvidenceView(
        CycleView.of(cycle),
        dimension.key(),
        state,
        state.words(),
        rule.least(),
        ReleaseView.of(cycle, last),
        published,
        groups);
  }
}
