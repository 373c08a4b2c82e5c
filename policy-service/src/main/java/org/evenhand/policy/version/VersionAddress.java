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

  /** What makes a repeated command the same command: the operation and what it is done to. */
  public String operation(String id) {
    return id + " " + policyId + "/" + version;
  }

  public static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such policy version.");
  }
}
