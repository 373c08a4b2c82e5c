package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.analytics.counts.TakenIn;
import org.evenhand.analytics.directory.DirectoryConsumer;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.FigureYears;
import org.evenhand.analytics.yearly.Strata;
import org.evenhand.analytics.yearly.YearlyPublishing;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the figures of growth of a year, a month after its end: once, when nothing of the
 * topics is left and nothing is being counted anew, and after the access audits of the year, should
 * these wait for parts that are missing.
 */
@ApplicationScoped
class GrowthYearEnded implements DueTask {

  private static final Duration LOOK_FOR_AUDITS_EVERY = Duration.ofHours(1);

  private final FigureYears years;
  private final GrowthMembers members;
  private final GrowthCounts counts;
  private final GrowthUnits units;
  private final GrowthFacts facts;
  private final YearlyPublishing publishing;
  private final TakenIn takenIn;
  private final DueWork dueWork;
  private final Clock clock;

  GrowthYearEnded(
      FigureYears years,
      GrowthMembers members,
      GrowthCounts counts,
      GrowthUnits units,
      GrowthFacts facts,
      YearlyPublishing publishing,
      TakenIn takenIn,
      DueWork dueWork,
      Clock clock) {
    this.years = years;
    this.members = members;
    this.counts = counts;
    this.units = units;
    this.facts = facts;
    this.publishing = publishing;
    this.takenIn = takenIn;
    this.dueWork = dueWork;
    this.clock = clock;
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
                DirectoryConsumer.TOPIC,
                kind(),
                yearId,
                () -> publishOpen(session, yearId)));
  }

  private Uni<Void> publishOpen(Mutiny.Session session, UUID yearId) {
    return years
        .open(session, yearId)
        .chain(
            open ->
                open.map(year -> afterAudits(session, year))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** What is published first takes from what may be shown later, and findings come of audits. */
  private Uni<Void> afterAudits(Mutiny.Session session, FigureYear year) {
    return years
        .open(session, new FigureYear(YearlyRoom.ACCESS, year.year()).id())
        .chain(
            audits ->
                audits.isPresent()
                    ? dueWork.schedule(
                        session, kind(), year.id(), Instant.now(clock).plus(LOOK_FOR_AUDITS_EVERY))
                    : publish(session, year));
  }

  private Uni<Void> publish(Mutiny.Session session, FigureYear year) {
    return members
        .take(session, year)
        .chain(() -> counts.figures(session, year))
        .chain(figures -> publishing.publish(session, year, figures, Strata.NONE))
        .chain(() -> units.keep(session, year))
        .chain(() -> publishing.close(session, year, Instant.now(clock)))
        .chain(() -> facts.forget(session, year.year()));
  }
}
