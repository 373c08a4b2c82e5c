package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.directory.Access;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds an observation for those who may see it. */
@ApplicationScoped
class ObservationContexts {

  /** How the repository is asked for it. */
  @FunctionalInterface
  private interface Loading {
    Uni<Optional<GatheredObservation>> of(Mutiny.Session session, UUID id);
  }

  private final ObservationRepository observations;
  private final ObservationAccess doors;
  private final Access access;
  private final Clock clock;

  ObservationContexts(
      ObservationRepository observations, ObservationAccess doors, Access access, Clock clock) {
    this.observations = observations;
    this.doors = doors;
    this.access = access;
    this.clock = clock;
  }

  /** The observation as the caller may see it; 404 where they may not. */
  Uni<ObservationContext> of(Mutiny.Session session, UUID id) {
    return of(session, id, observations::find);
  }

  /** As {@link #of}, for a step: held until the transaction ends. */
  Uni<ObservationContext> hold(Mutiny.Session session, UUID id) {
    return of(session, id, observations::hold);
  }

  private Uni<ObservationContext> of(Mutiny.Session session, UUID id, Loading load) {
    return access
        .person(session)
        .chain(
            viewer ->
                doors
                    .require(session, viewer, id)
                    .chain(
                        relations ->
                            load.of(session, id)
                                .map(found -> found.orElseThrow(ObservationRepository::unknown))
                                .map(
                                    one ->
                                        new ObservationContext(
                                            session, one, viewer, relations, now()))));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
