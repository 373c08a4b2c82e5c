package org.evenhand.review.calendarfeed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes feeds, takes them back, and says whose one is. */
@ApplicationScoped
class Feeds {

  static final int MOST = 10;

  private static final String AGGREGATE = "calendar-feed";

  /** What a person has. */
  private record Own(Mutiny.Session session, UUID actor, List<Feed> feeds)
      implements Steps.Context {

    void requireRoom() {
      if (feeds.size() >= MOST) {
        throw Problem.of(
            ReviewProblem.TOO_MANY_FEEDS, "Nobody has more than %d feeds.".formatted(MOST));
      }
    }

    Feed feed(UUID id) {
      return feeds.stream()
          .filter(feed -> feed.id().equals(id))
          .findFirst()
          .orElseThrow(Feeds::unknown);
    }
  }

  /** A feed that is new; its secret is known now and never again. */
  record Made(Feed feed, URI url) {

    /** What a repeat is answered: without the secret, which nobody keeps. */
    Answer answer() {
      return Answer.created(URI.create("/v1/calendar-feeds/" + feed.id()), null, FeedView.of(feed));
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final Access access;
  private final FeedRows rows;
  private final Clock clock;

  Feeds(Mutiny.SessionFactory sessions, Steps steps, Access access, FeedRows rows, Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.access = access;
    this.rows = rows;
    this.clock = clock;
  }

  Uni<List<Feed>> all() {
    return sessions.withTransaction(session -> own(session).map(Own::feeds));
  }

  Uni<Made> make() {
    return steps
        .load(this::own)
        .permitAll()
        .add()
        .take(this::made)
        .tell((own, made) -> List.of(Fact.noted(AGGREGATE, made.feed().id(), "made", null)))
        .answerNow((own, made) -> made);
  }

  Uni<Void> revoke(UUID id) {
    return steps
        .load(session -> own(session).invoke(own -> own.feed(id)))
        .permitAll()
        .add()
        .take(own -> rows.remove(own.session(), own.feed(id)).replaceWith(id))
        .tell((own, gone) -> List.of(Fact.noted(AGGREGATE, gone, "revoked", null)))
        .answerNow((own, gone) -> gone)
        .replaceWithVoid();
  }

  /**
   * Whose it is; that it was used is known from then on.
   *
   * @return fails with 404 where no feed is opened by this
   */
  Uni<UUID> person(String digest) {
    return sessions.withTransaction(
        session ->
            rows.opened(session, digest, today())
                .map(found -> found.orElseThrow(Feeds::unknown))
                .call(feed -> rows.used(session, feed, today()))
                .map(Feed::person));
  }

  private Uni<Own> own(Mutiny.Session session) {
    return access
        .person(session)
        .chain(
            viewer ->
                rows.of(session, viewer.employeeId(), today())
                    .map(feeds -> new Own(session, viewer.employeeId(), feeds)));
  }

  private Uni<Made> made(Own own) {
    own.requireRoom();
    FeedSecret secret = FeedSecret.drawn();
    Feed feed = new Feed(Ids.next(), own.actor(), today(), null);
    return rows.add(own.session(), feed, secret).replaceWith(new Made(feed, secret.url()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Problem unknown() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such feed.");
  }
}
