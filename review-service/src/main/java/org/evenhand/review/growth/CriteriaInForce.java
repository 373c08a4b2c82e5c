package org.evenhand.review.growth;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.policy.PolicyVersion;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;

/** By which criteria somebody is looked at today. */
@ApplicationScoped
public class CriteriaInForce {

  private final PolicyVersions policies;

  CriteriaInForce(PolicyVersions policies) {
    this.policies = policies;
  }

  /**
   * @throws Problem CRITERION_UNKNOWN where no policy in force that binds the position has it
   */
  public Uni<Void> require(Mutiny.Session session, Position position, String criterion) {
    return policies
        .inForce(session)
        .invoke(
            inForce -> {
              if (inForce.stream().noneMatch(each -> has(each, position, criterion))) {
                throw Problem.of(
                        ReviewProblem.CRITERION_UNKNOWN,
                        "The policy in force for this person has no such criterion.")
                    .with(
                        NOT_FOUND.at(
                            "/criterion", "is no criterion of the policy in force for them"));
              }
            })
        .replaceWithVoid();
  }

  private static boolean has(PolicyVersion policy, Position position, String criterion) {
    return policy
            .content()
            .scope()
            .binds(position.country(), position.legalEntity(), position.workerType())
        && policy.content().criterion(criterion).isPresent();
  }
}
