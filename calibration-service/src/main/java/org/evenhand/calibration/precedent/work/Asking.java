package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

/** Gives whoever a precedent is about their days to object, and publication its moment. */
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

  /** Nobody is asked about fiction. */
  Uni<Void> begin(
      Mutiny.Session db, Precedent precedent, Optional<PrecedentSource> source, Instant now) {
    return source
        .map(
            found ->
                asked(db, found.employeeId())
                    .chain(
                        asked ->
                            ask(db, found, asked.orElseGet(() -> new Asked(false, null)), now)))
        .orElseGet(() -> dueWork.schedule(db, PUBLICATION, precedent.id(), now));
  }

  Uni<Void> ask(Mutiny.Session db, PrecedentSource source, Asked asked, Instant now) {
    return places
        .at(db, asked.place())
        .chain(
            (WorkingDays there) -> {
              var until = there.plus(there.today(now), WORKING_DAYS);
              source.ask(until, !asked.atWork());
              return dueWork.schedule(
                  db, PUBLICATION, source.precedentId(), there.endOf(until));
            });
  }
}
