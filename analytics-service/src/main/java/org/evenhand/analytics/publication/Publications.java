package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What may be seen of the counts. Nobody sees the counts as they are: a look shows what was last
 * published, and publishes what is due. That a look publishes, and no timer, makes for the fewest
 * different pictures of the same thing.
 */
@ApplicationScoped
public class Publications {

  private final Tallies tallies;
  private final PublishedGroups published;
  private final Renewal renewal;
  private final long leastGroup;
  private final Clock clock;

  Publications(Tallies tallies, PublishedGroups published, AnalyticsConfig config, Clock clock) {
    this.tallies = tallies;
    this.published = published;
    this.renewal = new Renewal(config.leastChange(), config.settle(), config.patience());
    this.leastGroup = config.leastGroup();
    this.clock = clock;
  }

  /** Looks at a dimension; within a transaction, as it may publish. */
  public Uni<Look> look(Mutiny.Session session, Cycle cycle, Phase phase, String dimension) {
    Part part = new Part(cycle, phase, dimension);
    return read(session, part, tallies.read(session, cycle, phase, dimension))
        .chain(
            picture ->
                renewals(picture).isEmpty()
                    ? Uni.createFrom().item(picture.look(leastGroup, false))
                    : renew(session, part));
  }

  /**
   * Looks at what would stand if the results were shared now, and publishes it as what stands after
   * calibration: what is judged of a cycle is what is shown of it from then on. The steps hold here
   * too, or what was judged could be subtracted from what was shown before.
   */
  public Uni<Look> lookAtStanding(Mutiny.Session session, Cycle cycle, String dimension) {
    Part part = new Part(cycle, Phase.AFTER, dimension);
    return published
        .lock(session, cycle)
        .chain(() -> read(session, part, tallies.standing(session, cycle, dimension)))
        .chain(picture -> publish(session, part, picture));
  }

  /** Reads once more under the lock: two at a time would publish two pictures. */
  private Uni<Look> renew(Mutiny.Session session, Part part) {
    return published
        .lock(session, part.cycle())
        .chain(() -> read(session, part, exact(session, part)))
        .chain(
            picture ->
                published
                    .lastChange(session, part)
                    .chain(
                        change ->
                            change.isPresent() && isDue(part, picture, change.get())
                                ? publish(session, part, picture)
                                : Uni.createFrom().item(picture.look(leastGroup, true))));
  }

  private Uni<Look> publish(Mutiny.Session session, Part part, Picture picture) {
    if (renewals(picture).isEmpty()) {
      return Uni.createFrom().item(picture.look(leastGroup, false));
    }
    Tally now = picture.now().orElseThrow();
    // As exact as the column: the first look says the same as every later one.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Map<String, PublishedGroup> groups = new TreeMap<>();
    renewals(picture)
        .forEach(
            (value, counts) ->
                groups.put(
                    value,
                    new PublishedGroup(
                        now.scale(), counts, now.strata().getOrDefault(value, Map.of()), at)));
    return published
        .renew(session, part, now.scale(), groups, at)
        .map(done -> picture.renewed(groups).look(leastGroup, false));
  }

  private Map<String, LevelCounts> renewals(Picture picture) {
    return picture
        .now()
        .map(now -> (Map<String, LevelCounts>) renewal.of(picture.published(), now))
        .orElse(Map.of());
  }

  private boolean isDue(Part part, Picture picture, Instant lastChange) {
    return renewal.isDue(
        part.cycle().firstAt(), lastChange, picture.published(), Instant.now(clock));
  }

  /** The counts to be published, with the strata where these are compared. */
  private Uni<Optional<Tally>> exact(Mutiny.Session session, Part part) {
    return part.isCompared()
        ? tallies.readWithStrata(session, part.cycle(), part.phase(), part.dimension())
        : tallies.read(session, part.cycle(), part.phase(), part.dimension());
  }

  private Uni<Picture> read(Mutiny.Session session, Part part, Uni<Optional<Tally>> counts) {
    return counts.chain(
        now -> published.read(session, part).map(before -> new Picture(now, before)));
  }
}
