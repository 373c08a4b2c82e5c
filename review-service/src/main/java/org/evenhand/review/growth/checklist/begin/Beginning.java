package org.evenhand.review.growth.checklist.begin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistEnding;
import org.evenhand.review.growth.checklist.ChecklistEndingCause;
import org.evenhand.review.growth.checklist.ChecklistFacts;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.checklist.Occasion;
import org.evenhand.review.growth.checklist.work.BegunLists;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins a list on an occasion that an import has brought about, if it still holds. */
@ApplicationScoped
class Beginning implements DueTask {

  static final String KIND = "checklist-beginning";

  private static final String SYSTEM = "review-service";

  private static final String TAKE =
      """
      delete from checklist_beginning where id = :id
      returning kind, assignment_id, on_day, away_since
      """;

  private record Begun(UUID assignment, Occasion occasion) {}

  private final BegunLists begun;
  private final ChecklistRepository lists;
  private final Posts posts;
  private final Places places;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  Beginning(
      BegunLists begun,
      ChecklistRepository lists,
      Posts posts,
      Places places,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.begun = begun;
    this.lists = lists;
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
        .chain(() -> Rows.unflushed(session, TAKE).bind("id", id).atMostOne(Beginning::begun))
        .chain(
            found ->
                found
                    .map(each -> begin(session, each))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private static Begun begun(Row row) {
    return new Begun(
        row.uuid("assignment_id"),
        new Occasion(
            row.constant("kind", ChecklistKind.class),
            row.day("on_day"),
            row.orNull("away_since", Row::day),
            null));
  }

  private Uni<Void> begin(Mutiny.Session session, Begun each) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return posts
        .get(session, each.assignment())
        .chain(
            post ->
                holds(each.occasion(), post)
                    ? lists
                        .isDone(session, post, each.occasion())
                        .chain(
                            done ->
                                done
                                    ? Uni.createFrom().voidItem()
                                    : begin(session, post, each.occasion(), now))
                    : Uni.createFrom().voidItem());
  }

  /** Somebody may have gone since then, or come back. */
  private static boolean holds(Occasion occasion, Post post) {
    return post.open() != (occasion.kind() == ChecklistKind.LEAVING);
  }

  private Uni<Void> begin(Mutiny.Session session, Post post, Occasion occasion, Instant now) {
    return lists
        .open(session, post.assignmentId(), occasion.kind())
        .chain(
            open ->
                open.filter(list -> goesOn(list, post)).isPresent()
                    ? Uni.createFrom().voidItem()
                    : end(session, post, open, now)
                        .chain(() -> begun.begin(session, post, occasion, now))
                        .chain(list -> tell(session, open, list)));
  }

  /** A list of the time before somebody left and was hired again isn't about this time. */
  private static boolean goesOn(Checklist open, Post post) {
    return !open.kind().isSuperseded() && open.assignmentSince().equals(post.since());
  }

  /** Ended before another one begins: one of a kind is open. */
  private Uni<Void> end(Mutiny.Session session, Post post, Optional<Checklist> open, Instant now) {
    return open.isEmpty()
        ? Uni.createFrom().voidItem()
        : places
            .at(session, post.workLocation())
            .invoke(
                days ->
                    open.get()
                        .cancel(
                            new ChecklistEnding(ChecklistEndingCause.BEGUN_ANEW, null, null, now),
                            days.today(now)))
            .chain(session::flush);
  }

  private Uni<Void> tell(
      Mutiny.Session session, Optional<Checklist> ended, Optional<Checklist> list) {
    return journal.write(
        session,
        SYSTEM,
        () ->
            Stream.concat(
                    ended.stream().map(each -> ChecklistFacts.noted(each, "cancelled")),
                    list.stream().map(each -> ChecklistFacts.noted(each, "begun")))
                .toList());
  }
}
