package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.Plan;
import org.evenhand.review.growth.checkin.PrivateNoteRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins check-ins, whoever asks for it, and sees to it that none is forgotten. */
@ApplicationScoped
class Beginnings {

  private final PrivateNoteRepository notes;
  private final Directory directory;
  private final DueWork dueWork;

  Beginnings(PrivateNoteRepository notes, Directory directory, DueWork dueWork) {
    this.notes = notes;
    this.directory = directory;
    this.dueWork = dueWork;
  }

  /** The last one has ended: the database takes one that is planned at a time. */
  Uni<List<CheckIn>> goOn(
      Mutiny.Session session, CheckIn ended, Pair pair, WorkingDays days, Instant now) {
    Plan next = ended.plan().next(days, now);
    return next == null
        ? Uni.createFrom().item(List.of())
        : begin(session, pair, next, days, now).map(List::of);
  }

  Uni<CheckIn> begin(Mutiny.Session session, Pair pair, Plan plan, WorkingDays days, Instant now) {
    CheckIn checkIn = new CheckIn(Ids.next(), pair, plan, days.today(now));
    return session
        .flush()
        .chain(() -> areAtWork(session, pair))
        .invoke(
            atWork -> {
              if (!atWork) {
                checkIn.pause();
              }
            })
        .chain(() -> session.persist(checkIn))
        .chain(() -> notes.begin(session, checkIn))
        .chain(() -> await(session, checkIn, days))
        .replaceWith(checkIn);
  }

  /** Looks at it again when its time has passed. */
  Uni<Void> await(Mutiny.Session session, CheckIn checkIn, WorkingDays days) {
    return dueWork.schedule(
        session, CheckInDeadline.KIND, checkIn.id(), days.endOf(checkIn.plan().recordBy()));
  }

  Uni<Boolean> areAtWork(Mutiny.Session session, Pair pair) {
    List<UUID> two = List.of(pair.employeeId(), pair.managerId());
    return directory
        .byIds(session, two)
        .map(
            found ->
                found.values().stream()
                    .allMatch(person -> person.status() == EmploymentStatus.ACTIVE));
  }
}
