package org.evenhand.policy.signing;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What a signer sends. */
@Schema(
    name = "SignOffRequest",
    description = "A rejection needs a reason. contentHash is that of the content that was read.",
    example =
        """
        {
          "decision": "SIGN",
          "contentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        }
        """)
public record SignRequest(
    @NotNull Decision decision,
    @Nullable @PlainText @Size(max = 4000) String reason,
    @NotNull @Pattern(regexp = "^[0-9a-f]{64}$") String contentHash) {

  /**
   * @throws Problem 422 for a rejection without a reason
   */
  public Signature.Answer answer() {
    if (decision == Decision.REJECT && reason == null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A rejection says why.")
          .with(REQUIRED.at("/reason", "is missing"));
    }
    return new Signature.Answer(decision, reason);
  }
}
