package org.evenhand.policy.signing;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;

/** Everybody who has written in what is signed: their signature doesn't approve their own words. */
public record Authors(Set<UUID> ids) {

  public boolean include(UUID person) {
    return ids.contains(person);
  }

  /**
   * @throws Problem 422 when one of those who are to sign has written
   */
  public void requireNoneOf(Set<UUID> signers, Violation otherwise) {
    if (signers.stream().anyMatch(this::include)) {
      throw Problem.of(
              PolicyProblem.SIGN_OFF_INVALID, "Whoever has written in a version cannot approve it.")
          .with(otherwise);
    }
  }

  public Authors and(UUID person) {
    Set<UUID> all = new TreeSet<>(ids);
    all.add(person);
    return new Authors(all);
  }
}
