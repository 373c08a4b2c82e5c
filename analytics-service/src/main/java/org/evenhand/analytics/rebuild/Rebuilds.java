package org.evenhand.analytics.rebuild;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.access.Opportunities;
import org.evenhand.analytics.access.OpportunityConsumer;
import org.evenhand.analytics.calibration.CalibrationConsumer;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.counts.RatingCounts;
import org.evenhand.analytics.counts.RatingsConsumer;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.directory.DirectoryConsumer;
import org.evenhand.analytics.growth.DevelopmentConsumer;
import org.evenhand.analytics.growth.GrowthFacts;
import org.evenhand.analytics.guidance.PolicyConsumer;
import org.evenhand.kit.data.consume.Consumers;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Counts everything anew from the topics. Meanwhile what is shown stays as it is: the counts are
 * put aside, and everything else from a topic is written over itself. Declarations are in no topic
 * and are kept, except those without a legal basis in the country where the person works, which are
 * withdrawn at the end.
 */
@ApplicationScoped
class Rebuilds implements DueTask {

  static final String KIND = "rebuild";

  private static final List<String> TOPICS =
      List.of(
          RatingsConsumer.TOPIC,
          CalibrationConsumer.TOPIC,
          DirectoryConsumer.TOPIC,
          PolicyConsumer.TOPIC,
          OpportunityConsumer.TOPIC,
          DevelopmentConsumer.TOPIC);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Mutiny.SessionFactory sessions;
  private final Consumers consumers;
  private final RatingCounts counts;
  private final Opportunities opportunities;
  private final GrowthFacts growth;
  private final DemographicDimensions dimensions;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  Rebuilds(
      Mutiny.SessionFactory sessions,
      Consumers consumers,
      RatingCounts counts,
      Opportunities opportunities,
      GrowthFacts growth,
      DemographicDimensions dimensions,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.sessions = sessions;
    this.consumers = consumers;
    this.counts = counts;
    this.opportunities = opportunities;
    this.growth = growth;
    this.dimensions = dimensions;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  /** Puts what was counted aside and starts over, in one transaction; one rebuild at a time. */
  Uni<Answer> start(String actor) {
    return sessions.withTransaction(
        session -> requireNone(session).chain(() -> start(session, actor)));
  }

  /**
   * Ratings come last: putting the counts aside locks out batches for which the other topics would
   * wait. What opportunities and growth came to is cleared once nobody counts.
   */
  private Uni<Answer> start(Mutiny.Session session, String actor) {
    Rebuild rebuild = new Rebuild(Ids.next(), actor, Instant.now(clock));
    UUID id = rebuild.view().id();
    return session
        .persist(rebuild)
        .chain(session::flush)
        .chain(() -> consumers.rewind(DirectoryConsumer.TOPIC))
        .chain(() -> consumers.rewind(PolicyConsumer.TOPIC))
        .chain(() -> consumers.rewind(CalibrationConsumer.TOPIC))
        .chain(() -> consumers.rewind(OpportunityConsumer.TOPIC))
        .chain(() -> consumers.rewind(DevelopmentConsumer.TOPIC))
        .chain(() -> consumers.rewind(RatingsConsumer.TOPIC, counts::startOver))
        .chain(() -> opportunities.startOver(session))
        .chain(() -> growth.startOver(session))
        .chain(() -> lookAgain(session, id))
        .chain(() -> note(session, actor, id, "started", Map.of("topics", TOPICS)))
        .replaceWith(() -> Answer.accepted(URI.create("/v1/rebuilds/" + id), rebuild.view()));
  }

  /** The lock makes a second rebuild wait, and then see the first. */
  private static Uni<Void> requireNone(Mutiny.Session session) {
    return session
        .createNativeQuery("lock table rebuild in share row exclusive mode")
        .executeUpdate()
        .chain(
            () ->
                session
                    .createQuery(
                        "select count(*) from Rebuild r where r.state = :running", Long.class)
                    .setParameter("running", Rebuild.State.RUNNING)
                    .getSingleResult())
        .invoke(
            running -> {
              if (running > 0) {
                throw Problem.of(
                    AnalyticsProblem.REBUILD_RUNNING, "Wait for the rebuild that is running.");
              }
            })
        .replaceWithVoid();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return session
        .find(Rebuild.class, id)
        .map(Optional::ofNullable)
        .chain(
            found ->
                found.filter(Rebuild::isRunning).isEmpty()
                    ? Uni.createFrom().voidItem()
                    : look(session, id, found.get()));
  }

  private Uni<Void> look(Mutiny.Session session, UUID id, Rebuild rebuild) {
    return Multi.createFrom()
        .iterable(TOPICS)
        .onItem()
        .transformToUniAndConcatenate(
            topic -> consumers.remaining(topic).map(left -> new RebuildProgress.Topic(topic, left)))
        .collect()
        .asList()
        .map(RebuildProgress::new)
        .chain(
            reached ->
                reached.isThrough()
                    ? finish(session, id, rebuild, reached)
                    : lookAgain(session, id)
                        .invoke(() -> rebuild.reached(reached, Instant.now(clock))));
  }

  /**
   * A batch of the directory that still saw the rebuild running has withdrawn nothing, and is
   * waited for; a later batch sees that it is done.
   */
  private Uni<Void> finish(
      Mutiny.Session session, UUID id, Rebuild rebuild, RebuildProgress reached) {
    return CountingLock.alone(session)
        .invoke(() -> rebuild.reached(reached, Instant.now(clock)))
        .chain(session::flush)
        .chain(() -> counts.finish(session))
        .chain(() -> dimensions.everyoneMoved(session))
        .chain(() -> note(session, "analytics-service", id, "done", null));
  }

  private Uni<Void> note(
      Mutiny.Session session, String actor, UUID id, String action, @Nullable Object content) {
    return journal.write(session, actor, () -> List.of(Fact.noted(KIND, id, action, content)));
  }

  private Uni<Void> lookAgain(Mutiny.Session session, UUID id) {
    return dueWork.schedule(session, KIND, id, Instant.now(clock).plus(LOOK_EVERY));
  }

  Uni<RebuildView> find(UUID id) {
    return sessions
        .withTransaction(session -> session.find(Rebuild.class, id))
        .map(Optional::ofNullable)
        .map(
            found ->
                found
                    .map(Rebuild::view)
                    .orElseThrow(
                        () -> Problem.of(CommonProblem.NOT_FOUND, "There is no such rebuild.")));
  }

  /** The latest first: ids rise with time. */
  Uni<Page<RebuildView>> list(PageRequest page) {
    return sessions
        .withTransaction(
            session ->
                session
                    .createQuery(
                        "from Rebuild r where r.id < :before order by r.id desc", Rebuild.class)
                    .setParameter(
                        "before",
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(-1L, -1L)))
                    .setMaxResults(page.limit() + 1)
                    .getResultList())
        .map(found -> found.stream().map(Rebuild::view).toList())
        .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.id())));
  }
}
