package org.evenhand.analytics.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.statistics.verdict.PriorWarning;
import org.evenhand.analytics.yearly.YearlyGroups;
import org.hibernate.reactive.mutiny.Mutiny;

/** What an audit comes to, by the figures that are published of it. */
@ApplicationScoped
public class AccessResults {

  private final YearlyGroups groups;
  private final DemographicDimensions dimensions;

  AccessResults(YearlyGroups groups, DemographicDimensions dimensions) {
    this.groups = groups;
    this.dimensions = dimensions;
  }

  /**
   * The results of all groups that are shown, of every dimension: a test is judged among all tests
   * of the audit.
   *
   * @param before what was warned of in the audit of the year before
   */
  public Uni<List<StageResult>> of(Mutiny.Session session, Audit audit, Set<PriorWarning> before) {
    return funnels(session, audit).map(all -> StageResult.of(audit.key(), all, before));
  }

  Uni<List<Funnel>> funnels(Mutiny.Session session, Audit audit) {
    return dimensions
        .all(session)
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .onItem()
        .transformToUniAndConcatenate(
            dimension ->
                groups
                    .read(session, audit.number(), dimension.key())
                    .map(read -> Funnel.of(dimension, audit.furthest(), read)))
        .collect()
        .asList();
  }
}
