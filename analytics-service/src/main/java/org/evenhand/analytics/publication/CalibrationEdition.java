package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.hibernate.reactive.mutiny.Mutiny;

/** Publishes a cycle of which calibration has begun; nothing when a later moment has come. */
@ApplicationScoped
class CalibrationEdition implements DueTask {

  static final String KIND = "edition-at-calibration";

  private final EditionWork work;
  private final EditionStore editions;
  private final Publishing publishing;

  CalibrationEdition(EditionWork work, EditionStore editions, Publishing publishing) {
    this.work = work;
    this.editions = editions;
    this.publishing = publishing;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return work.onceCounted(
        session,
        KIND,
        cycleId,
        cycle ->
            editions
                .last(session, cycle)
                .chain(
                    last ->
                        last.isPresent()
                            ? Uni.createFrom().voidItem()
                            : publishing.publish(session, cycle, Moment.CALIBRATION_STARTED)));
  }
}
