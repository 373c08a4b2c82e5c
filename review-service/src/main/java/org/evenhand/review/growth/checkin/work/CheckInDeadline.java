package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** A check-in of which nobody said anything in time is missed; the next one follows its rhythm. */
@ApplicationScoped
class CheckInDeadline implements DueTask {

  static final String KIND = "check-in-deadline";
  static final String SYSTEM = "review-service";

  private final CheckInRepository checkIns;
  private final Beginnings beginnings;
  private final Posts posts;
  private final Places places;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  CheckInDeadline(
      CheckInRepository checkIns,
      Beginnings beginnings,
      Posts posts,
      Places places,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.checkIns = checkIns;
    this.beginnings = beginnings;
    this.posts = posts;
    this.places = places;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lines
        .hold(session)
        .chain(() -> checkIns.find(session, id))
        .chain(
            found ->
                found
                    .filter(checkIn -> checkIn.state() == CheckInState.PLANNED)
                    .filter(checkIn -> !checkIn.isPaused())
                    .map(checkIn -> look(session, checkIn))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> look(Mutiny.Session session, CheckIn checkIn) {
    return posts
        .get(session, checkIn.pair().assignmentId())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .chain(days -> look(session, checkIn, post, days)));
  }

  private Uni<Void> look(Mutiny.Session session, CheckIn checkIn, Post post, WorkingDays days) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (now.isBefore(days.endOf(checkIn.plan().recordBy()))) {
      return beginnings.await(session, checkIn, days);
    }
    // Where people have moved or are away, the watch follows them.
    return Pair.of(post)
        .filter(checkIn.pair()::isSameAs)
        .map(
            pair ->
                beginnings
                    .areAtWork(session, pair)
                    .chain(
                        atWork ->
                            atWork
                                ? miss(session, checkIn, pair, days, now)
                                : Uni.createFrom().voidItem()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> miss(
      Mutiny.Session session, CheckIn checkIn, Pair pair, WorkingDays days, Instant now) {
    checkIn.miss(now);
    return beginnings
        .goOn(session, checkIn, pair, days, now)
        .chain(
            next ->
                journal.write(
                    session,
                    SYSTEM,
                    () ->
                        Stream.concat(
                                Stream.of(CheckInFacts.noted(checkIn, "missed")),
                                next.stream()
                                    .map(planned -> CheckInFacts.noted(planned, "planned")))
                            .toList()));
  }
}
