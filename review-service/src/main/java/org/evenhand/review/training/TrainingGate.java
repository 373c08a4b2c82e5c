package org.evenhand.review.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.training.Grace;
import org.evenhand.kit.data.training.TrainingRule;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets nobody do without training what it is required for, in cycles that opened afterwards. */
@ApplicationScoped
public class TrainingGate {

  private final TrainingRule rule;

  TrainingGate(Directory directory, Places places) {
    rule =
        new TrainingRule(
            ReviewProblem.TRAINING_DUE,
            places,
            (session, people) ->
                directory
                    .byIds(session, people)
                    .map(
                        found ->
                            found.values().stream()
                                .collect(
                                    Collectors.toMap(
                                        Employee::id,
                                        each -> each.main().position().workLocation()))));
  }

  /**
   * @param people by the pointers at which a request names them; empty for the caller
   * @param time in which they may do without it
   * @throws org.evenhand.kit.web.problem.Problem TRAINING_DUE that names the modules
   */
  public Uni<Void> require(
      Mutiny.Session session,
      Cycle cycle,
      Requirement requirement,
      Map<String, UUID> people,
      Grace time) {
    // Both sides have agreed to open it; before, nobody rates.
    return cycle
        .opening()
        .map(JointDecision::countersignature)
        .map(opened -> rule.require(session, opened.at(), requirement, people, time))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
