package org.evenhand.analytics.distribution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.distribution.DistributionView.GroupView;
import org.evenhand.analytics.distribution.DistributionView.GuidanceView;
import org.evenhand.analytics.distribution.DistributionView.PhaseView;
import org.evenhand.analytics.guidance.Guidance;
import org.evenhand.analytics.guidance.Guidances;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.viewer.Access;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers how ratings are distributed, as far as the caller may know. */
@ApplicationScoped
class Distributions {

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Views views;
  private final Editions editions;
  private final Tallies tallies;
  private final Guidances guidances;
  private final int leastGroup;

  Distributions(
      Mutiny.SessionFactory sessions,
      Cycles cycles,
      Views views,
      Editions editions,
      Tallies tallies,
      Guidances guidances,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.views = views;
    this.editions = editions;
    this.tallies = tallies;
    this.guidances = guidances;
    this.leastGroup = config.leastDistribution();
  }

  Uni<DistributionView> of(Caller caller, String cycle, String by) {
    return sessions.withTransaction(
        session ->
            views
                .of(session, caller, by)
                .chain(
                    view ->
                        cycles
                            .require(session, cycle)
                            .chain(found -> of(session, view, found, by))));
  }

  private Uni<DistributionView> of(Mutiny.Session session, View view, Cycle cycle, String by) {
    return guidances
        .of(session, cycle)
        .chain(
            guidance ->
                editions
                    .last(session, cycle)
                    .chain(last -> of(session, view, cycle, by, guidance, last)));
  }

  private Uni<DistributionView> of(
      Mutiny.Session session,
      View view,
      Cycle cycle,
      String by,
      Guidance guidance,
      Optional<Edition> last) {
    return phase(session, view, cycle, by, Phase.BEFORE, guidance)
        .chain(
            before ->
                phase(session, view, cycle, by, Phase.AFTER, guidance)
                    .map(
                        after ->
                            new DistributionView(
                                CycleView.of(cycle),
                                by,
                                view.scope(),
                                leastGroup(view, last),
                                ReleaseView.of(cycle, last),
                                GuidanceView.of(guidance),
                                List.of(before, after))));
  }

  private Uni<PhaseView> phase(
      Mutiny.Session session, View view, Cycle cycle, String by, Phase phase, Guidance guidance) {
    if (view instanceof View.Own own) {
      return tallies
          .ofReviewer(session, cycle, phase, own.manager().toString())
          .map(tally -> given(phase, tally, guidance));
    }
    return editions
        .byWorkAttribute(session, cycle, phase, by, view.access(), leastGroup)
        .map(look -> shown(phase, look, visibleTo(view), guidance));
  }

  /** Nothing is too small for a reader of the ratings themselves. */
  private int leastGroup(View view, Optional<Edition> last) {
    return last.filter(edition -> Editions.isExact(view.access(), edition)).isPresent()
            || view.access() == Access.EXACT
        ? 0
        : leastGroup;
  }

  private static Predicate<String> visibleTo(View view) {
    return view instanceof View.Units units ? units.units()::contains : value -> true;
  }

  /** A manager knows the ratings that they gave; there is nothing to hide. */
  private static PhaseView given(Phase phase, Optional<Tally> tally, Guidance guidance) {
    if (tally.isEmpty()) {
      return PhaseView.without(phase, Visibility.NO_RATINGS);
    }
    GuidedGroups guided = new GuidedGroups(guidance, tally.get().scale());
    List<GroupView> groups =
        tally.get().groups().values().stream()
            .map(counts -> guided.group("given", counts))
            .toList();
    return new PhaseView(
        phase,
        Visibility.SHOWN,
        "The ratings that you gave.",
        tally.get().scale(),
        null,
        tally.get().groups().values().stream().mapToLong(LevelCounts::people).sum(),
        tally.get().onOtherScales(),
        groups);
  }

  private PhaseView shown(Phase phase, Look look, Predicate<String> visible, Guidance guidance) {
    if (look instanceof Look.Gathering) {
      return PhaseView.without(phase, Visibility.GATHERING);
    }
    if (!(look instanceof Look.Shown shown)) {
      return PhaseView.without(phase, Visibility.NO_RATINGS);
    }
    List<GroupView> open = new ArrayList<>();
    for (ShownGroup group : shown.groups()) {
      if (visible.test(group.value())) {
        open.add(new GuidedGroups(guidance, shown.scale()).group(group.value(), group.counts()));
      }
    }
    boolean any = !open.isEmpty();
    for (String hidden : shown.hidden()) {
      if (visible.test(hidden)) {
        open.add(GroupView.hidden(hidden, SuppressionWords.rule(leastGroup)));
      }
    }
    Visibility state = any ? Visibility.SHOWN : Visibility.TOO_FEW_PEOPLE;
    boolean all = open.size() == shown.groups().size();
    return new PhaseView(
        phase,
        state,
        state.words(),
        shown.scale(),
        shown.edition().publishedAt(),
        all ? shown.people() : null,
        shown.onOtherScales(),
        open.stream().sorted(Comparator.comparing(GroupView::value)).toList());
  }
}
