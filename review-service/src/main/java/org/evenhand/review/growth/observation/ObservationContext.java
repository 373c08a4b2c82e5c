package org.evenhand.review.growth.observation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on an observation has at hand. */
record ObservationContext(
    Mutiny.Session session,
    GatheredObservation observation,
    Viewer viewer,
    Set<ObservationRelation> relations,
    Instant at)
    implements Steps.Context {

  /** The audit's name for an observation. */
  static final String AGGREGATE = "observation";

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  List<Fact> facts(String step) {
    return facts(observation, step);
  }

  /** The audit keeps that a step was taken and by whom; words stay with the observation. */
  static List<Fact> facts(GatheredObservation observation, String step) {
    return List.of(
        Fact.noted(
            AGGREGATE,
            observation.id(),
            step,
            Map.of("state", observation.state(), "version", observation.version())));
  }
}
