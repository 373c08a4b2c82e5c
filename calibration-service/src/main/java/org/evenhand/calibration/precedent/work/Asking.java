package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Gives whoever a precedent is about their days to object, and publication its moment. Fiction
 * takes as long, though nobody is asked, and all come out at one moment of the week, when a Tuesday
 * is over everywhere: else the moment would tell the one from the other, or where somebody works,
 * whose weekend may be another.
 */
@ApplicationScoped
class Asking {

  /** Due when nobody objects any more; the subject is the precedent. */
  static final String PUBLICATION = "precedent-publication";

  private static final int WORKING_DAYS = 10;

  private static final String PERSON =
      "select status, work_location from person where id = :id and status <> 'TERMINATED'";

  /** Where somebody who hasn't left works. */
  record Asked(boolean atWork, @Nullable String place) {}

  private final DueWork dueWork;
  private final Places places;

  Asking(DueWork dueWork, Places places) {
    this.dueWork = dueWork;
    this.places = places;
  }

  /** Empty of somebody who has left. */
  Uni<Optional<Asked>> asked(Mutiny.Session db, UUID person) {
    return Rows.of(db, PERSON)
        .bind("id", person)
        .atMostOne(
            row ->
                new Asked(
                    row.text("status").equals("ACTIVE"), row.orNull("work_location", Row::text)));
  }

  Uni<Void> begin(
      Mutiny.Session db, Precedent precedent, Optional<PrecedentSource> source, Instant now) {
    return source
        .map(
            found ->
                asked(db, found.employeeId())
                    .chain(
                        asked ->
                            ask(db, found, asked.orElseGet(() -> new Asked(false, null)), now)))
        .orElseGet(() -> publishAfter(db, precedent.id(), last(WorkingDays.unknown(), now)));
  }

  Uni<Void> ask(Mutiny.Session db, PrecedentSource source, Asked asked, Instant now) {
    return places
        .at(db, asked.place())
        .chain(
            there -> {
              LocalDate until = last(there, now);
              source.ask(until, !asked.atWork());
              return publishAfter(db, source.precedentId(), until);
            });
  }

  private static LocalDate last(WorkingDays there, Instant now) {
    return there.plus(there.today(now), WORKING_DAYS);
  }

  private Uni<Void> publishAfter(Mutiny.Session db, UUID precedent, LocalDate last) {
    return dueWork.schedule(db, PUBLICATION, precedent, publication(last));
  }

  /** The end of the Tuesday that is the last day or follows it. */
  static Instant publication(LocalDate last) {
    return WorkingDays.unknown().endOf(last.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)));
  }
}
