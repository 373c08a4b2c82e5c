package org.evenhand.policy.signing;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;

/**
 * What a signature is about.
 *
 * @param hash of the present content
 */
public record SignedContent(String hash, Authors authors) {

  void requireRead(String readHash) {
    if (!readHash.equals(hash)) {
      throw Problem.of(
              PolicyProblem.CONTENT_CHANGED, "Read the content again: its hash is another one now.")
          .with(INCONSISTENT.at("/contentHash", "is not the hash of the present content"));
    }
  }
}
