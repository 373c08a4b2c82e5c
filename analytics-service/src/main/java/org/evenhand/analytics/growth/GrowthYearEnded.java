package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.analytics.counts.RatingsConsumer;
import org.evenhand.analytics.counts.TakenIn;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.FigureYears;
import org.evenhand.analytics.yearly.Strata;
import org.evenhand.analytics.yearly.YearlyPublishing;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.data.due.DueTask;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the figures of growth of a year, a month after its end: once, when nothing of the
 * topics is left and nothing is being counted anew.
 */
@ApplicationScoped
class GrowthYearEnded implements DueTask {

  private final FigureYears years;
  private final GrowthMembers members;
  private final GrowthCounts counts;
  private final GrowthUnits units;
  private final GrowthFacts facts;
  private final YearlyPublishing publishing;
  private final TakenIn takenIn;

  GrowthYearEnded(
      FigureYears years,
      GrowthMembers members,
      GrowthCounts counts,
      GrowthUnits units,
      GrowthFacts facts,
      YearlyPublishing publishing,
      TakenIn takenIn) {
    this.years = years;
    this.members = members;
    this.counts = counts;
    this.units = units;
    this.facts = facts;
    this.publishing = publishing;
    this.takenIn = takenIn;
  }

  @Override
  public String kind() {
    return YearlyRoom.GROWTH.due();
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID yearId) {
    return takenIn.once(
        session,
        DevelopmentConsumer.TOPIC,
        kind(),
        yearId,
        () ->
            takenIn.once(
                session,
                RatingsConsumer.TOPIC,
                kind(),
                yearId,
                () -> publishOpen(session, yearId)));
  }

  private Uni<Void> publishOpen(Mutiny.Session session, UUID yearId) {
    return years
        .open(session, yearId)
        .chain(
            open ->
                open.map(year -> publish(session, year))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> publish(Mutiny.Session session, FigureYear year) {
    return members
        .take(session, year)
        .chain(() -> counts.figures(session, year))
        .chain(figures -> publishing.publish(session, year, figures, Strata.NONE))
        .chain(() -> units.keep(session, year))
        .chain(() -> publishing.close(session, year))
        .chain(() -> facts.forget(session, year.year()));
  }
}
