package org.evenhand.policy.version;

import java.net.URI;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** Where a version is found. */
public record VersionAddress(UUID policyId, int version) {

  public URI uri() {
    return URI.create("/v1/policies/" + policyId + "/versions/" + version);
  }

  /** Identifies a repeated command: the operation and its object. */
  public String operation(String id) {
    return id + " " + policyId + "/" + version;
  }

  public static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such policy version.");
  }
}
