package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Guard;
import org.evenhand.analytics.counts.StandingRatings;
import org.hibernate.reactive.mutiny.Mutiny;

/** When something of a cycle is published. */
@ApplicationScoped
class Publishing {

  private final StandingRatings ratings;
  private final PublishedGroups published;
  private final Editions editions;
  private final Renewal renewal;
  private final Clock clock;

  Publishing(
      StandingRatings ratings,
      PublishedGroups published,
      Editions editions,
      AnalyticsConfig config,
      Clock clock) {
    this.ratings = ratings;
    this.published = published;
    this.editions = editions;
    this.renewal = new Renewal(config.leastChange(), config.settle(), config.patience());
    this.clock = clock;
  }

  /** Whether there is something in a picture that is not published. */
  boolean isDue(Picture picture) {
    return picture.now().filter(now -> renewal.isWorthIt(picture.published(), now)).isPresent();
  }

  /** Publishes what has not been, if the cycle is still; for somebody who looks at a part. */
  Uni<Void> publish(Mutiny.Session session, Cycle cycle, Part asked) {
    return ifDue(
        session,
        cycle,
        asked,
        () ->
            Guard.alone(session)
                .chain(
                    () ->
                        ifDue(
                            session,
                            cycle,
                            asked,
                            () -> editions.publish(session, cycle, asked.dimension()))));
  }

  /** Looks once more when nobody counts: somebody else may have published meanwhile. */
  private Uni<Void> ifDue(
      Mutiny.Session session, Cycle cycle, Part asked, Supplier<Uni<Void>> then) {
    return published
        .state(session, cycle)
        .chain(
            state ->
                published
                    .considers(session, cycle, asked.dimension())
                    .chain(
                        considered ->
                            state.isPublished() && considered
                                ? Uni.createFrom().voidItem()
                                : published
                                    .read(session, cycle, asked)
                                    .chain(
                                        ofAsked ->
                                            mayPublish(cycle, state, ofAsked)
                                                ? then.get()
                                                : Uni.createFrom().voidItem())));
  }

  private boolean mayPublish(
      Cycle cycle, CountState state, SortedMap<String, PublishedGroup> ofAsked) {
    return !state.rebuilding()
        && renewal.isDue(cycle.firstAt(), state.changedAt(), ofAsked, Instant.now(clock));
  }

  /**
   * Publishes as what stands after calibration what would stand if the results were shared now, and
   * counts it so from now on. The caller keeps everybody from counting meanwhile.
   */
  Uni<Void> publishStanding(Mutiny.Session session, Cycle cycle) {
    return ratings
        .stand(session, cycle)
        .chain(() -> editions.publish(session, cycle, Dimensions.NONE));
  }
}
