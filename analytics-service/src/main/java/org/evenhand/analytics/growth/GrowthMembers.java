package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.analytics.counts.TakenIn;
import org.evenhand.analytics.directory.DirectoryConsumer;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.FigureYears;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps who works here on the last day of a year, and in which unit: on the day of publication some
 * have left, and others have just come and received nothing. The directory has to be up to date, as
 * what is kept is never looked at again. Of a year that is told of later it is who works here then.
 */
@ApplicationScoped
class GrowthMembers implements DueTask {

  private static final String KIND = "growth-year-members";

  private static final String TAKE =
      """
      insert into growth_member (year, employee_id, org_unit, active)
      select cast(:year as int), employee_id, org_unit, status = 'ACTIVE' from person
      where status <> 'TERMINATED'
        and not exists (select 1 from growth_member m where m.year = :year)
      order by employee_id
      """;

  private final FigureYears years;
  private final TakenIn takenIn;
  private final DueWork dueWork;
  private final Clock clock;

  GrowthMembers(FigureYears years, TakenIn takenIn, DueWork dueWork, Clock clock) {
    this.years = years;
    this.takenIn = takenIn;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Keeps them on the last day of these years, as far as it is still to come. */
  Uni<Void> expect(Mutiny.Session session, Collection<FigureYear> known) {
    return Multi.createFrom()
        .iterable(known)
        .filter(year -> Instant.now(clock).isBefore(lastDay(year)))
        .onItem()
        .transformToUniAndConcatenate(
            year -> dueWork.schedule(session, KIND, year.id(), lastDay(year)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** By noon of UTC it is that day everywhere, but for some islands. */
  private static Instant lastDay(FigureYear year) {
    return LocalDate.of(year.year(), Month.DECEMBER, 31).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID yearId) {
    return takenIn.once(
        session, DirectoryConsumer.TOPIC, KIND, yearId, () -> takeOpen(session, yearId));
  }

  private Uni<Void> takeOpen(Mutiny.Session session, UUID yearId) {
    return years
        .open(session, yearId)
        .chain(
            open ->
                open.map(year -> take(session, year)).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** Once for a year. */
  Uni<Void> take(Mutiny.Session session, FigureYear year) {
    return session
        .createNativeQuery(TAKE, new AffectedEntities())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }
}
