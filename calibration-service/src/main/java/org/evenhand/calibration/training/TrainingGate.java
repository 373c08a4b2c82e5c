package org.evenhand.calibration.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.training.Grace;
import org.evenhand.kit.data.training.TrainingRule;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets nobody do without training what it is required for, in cycles that opened afterwards. What
 * is held by itself asks for what is offered by then.
 */
@ApplicationScoped
public class TrainingGate {

  /** A cycle that was open before anything could be required has none. */
  private static final String BEGUN =
      """
      select begun_at from (
        select coalesce(cast(:at as timestamptz), opened_at) as begun_at
        from cycle where id = :cycle) c
      where begun_at is not null
      """;

  private final TrainingRule rule;

  TrainingGate(People people, Places places) {
    rule = new TrainingRule(CalibrationProblem.TRAINING_DUE, places, people::workLocations);
  }

  /**
   * @param named by the pointers at which a request names them; empty for the caller
   * @throws org.evenhand.kit.web.problem.Problem TRAINING_DUE that names the modules
   */
  public Uni<Void> require(
      Mutiny.Session db, Occasion of, Requirement requirement, Map<String, UUID> named) {
    return begun(db, of)
        .chain(
            found ->
                found
                    .map(at -> rule.require(db, at, requirement, named, Grace.none(at)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private static Uni<Optional<Instant>> begun(Mutiny.Session db, Occasion of) {
    Instant at = of.at();
    return Rows.of(db, BEGUN)
        .bind("cycle", of.cycle())
        .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
        .atMostOne(row -> row.instant("begun_at"));
  }
}
