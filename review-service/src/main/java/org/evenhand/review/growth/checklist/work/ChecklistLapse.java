package org.evenhand.review.growth.checklist.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistEnding;
import org.evenhand.review.growth.checklist.ChecklistEndingCause;
import org.evenhand.review.growth.checklist.ChecklistFacts;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends what nobody has done for so long that nobody will: it is no use to be told of it daily. */
@ApplicationScoped
public class ChecklistLapse implements DueTask {

  /** Of due work about a list that may have lapsed. */
  static final String KIND = "checklist-lapse";

  /** After the last day of a list. */
  private static final int WORKING_DAYS = 60;

  private static final String SYSTEM = "review-service";

  private final ChecklistRepository lists;
  private final Posts posts;
  private final Places places;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  ChecklistLapse(
      ChecklistRepository lists,
      Posts posts,
      Places places,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.lists = lists;
    this.posts = posts;
    this.places = places;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  /** Also after a leave, which has moved the days. */
  Uni<Void> await(Mutiny.Session session, Checklist list, String workLocation) {
    return places
        .at(session, workLocation)
        .chain(days -> dueWork.schedule(session, KIND, list.id(), end(list, days)));
  }

  private static Instant end(Checklist list, WorkingDays days) {
    return days.endOf(days.plus(list.lastDay(), WORKING_DAYS));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lists
        .find(session, id)
        .chain(
            found ->
                found
                    .filter(list -> list.isOpen() && !list.isPaused())
                    .map(list -> look(session, list))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> look(Mutiny.Session session, Checklist list) {
    return posts
        .get(session, list.assignmentId())
        .chain(post -> places.at(session, post.workLocation()))
        .chain(days -> look(session, list, days));
  }

  private Uni<Void> look(Mutiny.Session session, Checklist list, WorkingDays days) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant end = end(list, days);
    if (now.isBefore(end)) {
      return dueWork.schedule(session, KIND, list.id(), end);
    }
    list.lapse(new ChecklistEnding(ChecklistEndingCause.TIME, null, null, now), days.today(now));
    return journal.write(session, SYSTEM, () -> List.of(ChecklistFacts.noted(list, "lapsed")));
  }
}
