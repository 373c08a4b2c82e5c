package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
  private final Coherence coherence;
  private final long leastGroup;
  private final Clock clock;

  Publications(Tallies tallies, PublishedGroups published, AnalyticsConfig config, Clock clock) {
    this.tallies = tallies;
    this.published = published;
    this.renewal = new Renewal(config.leastChange(), config.settle(), config.patience());
    this.coherence =
        new Coherence(renewal, List.of(config.leastGroup(), config.leastDistribution()));
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
        .chain(picture -> publish(session, part, picture, renewals(picture)))
        .map(picture -> picture.look(leastGroup, false));
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
                                ? publishTogether(session, part, picture)
                                : Uni.createFrom().item(picture.look(leastGroup, true))));
  }

  /** All that has been published of the cycle, with the total, moves at one moment. */
  private Uni<Look> publishTogether(Mutiny.Session session, Part part, Picture picture) {
    SortedMap<Part, Picture> pictures = new TreeMap<>(Comparator.comparing(Part::dimension));
    pictures.put(part, picture);
    return published
        .beside(session, part)
        .chain(
            others ->
                each(others, other -> beside(session, other).invoke(p -> pictures.put(other, p))))
        .chain(() -> publish(session, pictures))
        .map(
            waiting ->
                pictures.getOrDefault(part, picture).look(leastGroup, waiting.contains(part)));
  }

  /** What may not move now stays as it was published. */
  private Uni<Picture> beside(Mutiny.Session session, Part part) {
    return published
        .lastChange(session, part)
        .chain(
            change ->
                read(
                    session,
                    part,
                    change.isPresent()
                        ? exact(session, part)
                        : Uni.createFrom().item(Optional.<Tally>empty())));
  }

  /** The parts that are due and have to wait for others to move. */
  private Uni<Set<Part>> publish(Mutiny.Session session, SortedMap<Part, Picture> pictures) {
    SortedMap<String, Picture> byDimension = new TreeMap<>();
    pictures.forEach((part, picture) -> byDimension.put(part.dimension(), picture));
    SortedMap<String, SortedMap<String, LevelCounts>> due = coherence.of(byDimension);
    Set<Part> waiting = new HashSet<>();
    pictures.forEach(
        (part, picture) -> {
          if (due.getOrDefault(part.dimension(), new TreeMap<>()).isEmpty()
              && !renewals(picture).isEmpty()) {
            waiting.add(part);
          }
        });
    return each(
            List.copyOf(pictures.entrySet()),
            each ->
                publish(
                        session,
                        each.getKey(),
                        each.getValue(),
                        due.getOrDefault(each.getKey().dimension(), new TreeMap<>()))
                    .invoke(after -> pictures.put(each.getKey(), after)))
        .replaceWith(waiting);
  }

  private static <P> Uni<Void> each(List<P> all, Function<P, Uni<Picture>> one) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(one::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Picture> publish(
      Mutiny.Session session, Part part, Picture picture, Map<String, LevelCounts> renewals) {
    if (renewals.isEmpty()) {
      return Uni.createFrom().item(picture);
    }
    Tally now = picture.now().orElseThrow();
    // As exact as the column: the first look says the same as every later one.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Map<String, PublishedGroup> groups = new TreeMap<>();
    renewals.forEach(
        (value, counts) ->
            groups.put(
                value,
                new PublishedGroup(
                    now.scale(), counts, now.strata().getOrDefault(value, Map.of()), at)));
    return published
        .renew(session, part, now.scale(), groups, at)
        .map(done -> picture.renewed(groups));
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
