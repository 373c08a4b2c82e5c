package org.evenhand.analytics.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the audits of a year, once. The caller keeps everybody from counting meanwhile, and
 * from changing what they declared.
 */
@ApplicationScoped
public class AccessPublishing {

  /** What is refused is repaired within so long, or the year is published without. */
  private static final Duration PARTS_AWAITED = Duration.ofDays(7);

  private static final String OPEN =
      "select year from access_year where id = :id and published_at is null";

  private final AuditStore audits;
  private final FunnelStore funnels;
  private final FunnelPlaces places;
  private final FunnelDisclosure disclosure;
  private final DemographicDimensions dimensions;
  private final Journal journal;
  private final Clock clock;

  AccessPublishing(
      AuditStore audits,
      FunnelStore funnels,
      FunnelPlaces places,
      FunnelDisclosure disclosure,
      DemographicDimensions dimensions,
      Journal journal,
      Clock clock) {
    this.audits = audits;
    this.funnels = funnels;
    this.places = places;
    this.disclosure = disclosure;
    this.dimensions = dimensions;
    this.journal = journal;
    this.clock = clock;
  }

  /** The year with this id, unless it is published. */
  public Uni<Optional<AuditYear>> open(Mutiny.Session session, UUID id) {
    return Rows.of(session, OPEN)
        .bind("id", id)
        .atMostOne(row -> new AuditYear(row.integer("year")));
  }

  /** Whether parts of opportunities of a year are missing that may still come. */
  public Uni<Boolean> awaitsParts(Mutiny.Session session, AuditYear year) {
    return Instant.now(clock).isBefore(year.publishAt().plus(PARTS_AWAITED))
        ? audits.incomplete(session, year).map(missing -> !missing.isEmpty())
        : Uni.createFrom().item(false);
  }

  /** Makes the audits of a year as it is counted now; who came how far is there until it closes. */
  public Uni<List<Audit>> publish(Mutiny.Session session, AuditYear year) {
    return audits
        .counted(session, year)
        .call(made -> audits.keep(session, made))
        .call(made -> places.take(session, year))
        .call(made -> dimensions.all(session).chain(all -> decide(session, year, made, all)));
  }

  private Uni<Void> decide(
      Mutiny.Session session, AuditYear year, List<Audit> made, List<Dimension> all) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(
            dimension ->
                disclosure
                    .decide(session, year, made, dimension)
                    .chain(decided -> keep(session, made, decided)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> keep(Mutiny.Session session, List<Audit> made, List<Funnel> decided) {
    return Multi.createFrom()
        .range(0, made.size())
        .onItem()
        .transformToUniAndConcatenate(i -> funnels.keep(session, made.get(i), decided.get(i)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Forgets who came how far, and notes of which opportunities not all has been told. */
  public Uni<Void> close(Mutiny.Session session, AuditYear year, Instant at) {
    return audits
        .incomplete(session, year)
        .chain(
            missing ->
                missing.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : journal.write(
                        session, "analytics-service", () -> List.of(without(year, missing))))
        .chain(() -> places.forgetStages(session, year))
        .chain(() -> audits.close(session, year, at));
  }

  private static Fact without(AuditYear year, List<UUID> opportunities) {
    return Fact.noted(
        "access-year", year.id(), "published-without", Map.of("opportunities", opportunities));
  }
}
