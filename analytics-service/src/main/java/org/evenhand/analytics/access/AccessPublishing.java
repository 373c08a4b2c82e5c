package org.evenhand.analytics.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the audits of a year, once. The caller keeps everybody from counting meanwhile, and
 * from changing what they declared.
 */
@ApplicationScoped
public class AccessPublishing {

  private static final String OPEN =
      "select year from access_year where id = :id and published_at is null";

  private final AuditStore audits;
  private final FunnelStore funnels;
  private final FunnelPlaces places;
  private final FunnelDisclosure disclosure;
  private final DemographicDimensions dimensions;
  private final Clock clock;

  AccessPublishing(
      AuditStore audits,
      FunnelStore funnels,
      FunnelPlaces places,
      FunnelDisclosure disclosure,
      DemographicDimensions dimensions,
      Clock clock) {
    this.audits = audits;
    this.funnels = funnels;
    this.places = places;
    this.disclosure = disclosure;
    this.dimensions = dimensions;
    this.clock = clock;
  }

  /** The year with this id, unless it is published. */
  public Uni<Optional<AuditYear>> open(Mutiny.Session session, UUID id) {
    return Rows.of(session, OPEN)
        .bind("id", id)
        .atMostOne(row -> new AuditYear(row.integer("year")));
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

  /** Forgets who came how far. */
  public Uni<Void> close(Mutiny.Session session, AuditYear year) {
    return audits.close(session, year, Instant.now(clock));
  }
}
