package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.access.AccessAuditView.AccessState;
import org.evenhand.analytics.access.AccessAuditView.GroupView;
import org.evenhand.analytics.access.AccessAuditView.ReachedView;
import org.evenhand.analytics.access.AccessAuditView.StageView;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.fairness.FairnessView.DimensionName;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers how far the groups of a dimension came, as it was published; the same for all readers.
 */
@ApplicationScoped
class AccessAudits {

  private final Mutiny.SessionFactory sessions;
  private final AuditStore audits;
  private final AccessResults results;
  private final DemographicDimensions dimensions;
  private final int least;
  private final int leastAtStage;

  AccessAudits(
      Mutiny.SessionFactory sessions,
      AuditStore audits,
      AccessResults results,
      DemographicDimensions dimensions,
      AnalyticsConfig config) {
    this.sessions = sessions;
    this.audits = audits;
    this.results = results;
    this.dimensions = dimensions;
    this.least = config.leastDistribution();
    this.leastAtStage = config.leastGroup();
  }

  /** What is asked for. */
  private record Asked(OpportunityKind kind, FigureYear year, Dimension dimension) {}

  Uni<AccessAuditView> of(OpportunityKind kind, int year, String dimension) {
    return sessions.withTransaction(
        session ->
            dimensions
                .all(session)
                .map(all -> DemographicDimensions.require(all, dimension))
                .map(found -> new Asked(kind, new FigureYear(YearlyRoom.ACCESS, year), found))
                .chain(asked -> of(session, asked)));
  }

  private Uni<AccessAuditView> of(Mutiny.Session session, Asked asked) {
    return audits
        .published(session, asked.year())
        .map(all -> all.stream().filter(audit -> audit.kind() == asked.kind()).findFirst())
        .chain(
            found ->
                found
                    .map(audit -> of(session, asked, audit))
                    .orElseGet(
                        () ->
                            Uni.createFrom().item(() -> view(asked, Optional.empty(), List.of()))));
  }

  private Uni<AccessAuditView> of(Mutiny.Session session, Asked asked, Audit audit) {
    return results
        .funnels(session, audit)
        .map(
            funnels -> {
              List<StageResult> judged = StageResult.of(audit.key(), funnels, Set.of());
              return view(
                  asked,
                  Optional.of(audit),
                  funnels.stream()
                      .filter(funnel -> funnel.dimension().key().equals(asked.dimension().key()))
                      .flatMap(
                          funnel ->
                              funnel.groups().stream().map(value -> group(funnel, value, judged)))
                      .toList());
            });
  }

  private GroupView group(Funnel funnel, String value, List<StageResult> judged) {
    LevelCounts furthest = funnel.shown().get(value);
    return furthest == null
        ? new GroupView(value, true, SuppressionWords.rule(least), null, List.of())
        : new GroupView(
            value,
            false,
            null,
            ReachedView.of(furthest, leastAtStage),
            judged.stream()
                .filter(each -> each.isOf(funnel.dimension().key(), value))
                .map(each -> StageView.of(each, leastAtStage))
                .toList());
  }

  private AccessAuditView view(Asked asked, Optional<Audit> audit, List<GroupView> groups) {
    AccessState state =
        groups.isEmpty()
            ? AccessState.NOT_PUBLISHED
            : groups.stream().allMatch(GroupView::suppressed)
                ? AccessState.TOO_FEW_PEOPLE
                : AccessState.SHOWN;
    return new AccessAuditView(
        asked.kind(),
        asked.year().year(),
        new DimensionName(asked.dimension().key(), asked.dimension().label()),
        state,
        state.words(),
        least,
        asked.year().publishOn(),
        audit.map(Audit::opportunities).orElse(null),
        audit.map(Audit::incomplete).orElse(null),
        StageResult.RULE,
        groups);
  }
}
