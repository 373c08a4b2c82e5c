package org.evenhand.policy.version.reading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.content.MissingPart;
import org.evenhand.policy.content.Readiness;
import org.evenhand.policy.version.PolicyVersion;

/** What a version still lacks before it can be signed and announced. */
@Schema(
    name = "PolicyReadiness",
    description = "What a version still lacks before it can be signed and announced.",
    example =
        """
        {
          "policyId": "0198f2a0-0000-7000-8000-000000000010",
          "version": 1,
          "contentHash": "07746f65ac5763943ec86f9c078e86331e8c576655cfbbf732760c441dedc271",
          "ready": false,
          "missing": [
            {
              "pointer": "/anchors",
              "detail": "lacks the behaviour that level 2 (Meets) means for the criterion delivery"
            },
            {
              "pointer": "/outcomes/rewards",
              "detail": "lacks what follows of a result; write \\"none\\" if nothing does"
            }
          ]
        }
        """)
public record ReadinessView(
    UUID policyId,
    int version,
    @Schema(description = "The hash of the content that was looked at") String contentHash,
    boolean ready,
    @Schema(description = "Each with a pointer into the content") List<MissingPart> missing) {

  static ReadinessView of(PolicyVersion version) {
    List<MissingPart> missing = Readiness.missing(version.content());
    return new ReadinessView(
        version.policyId(), version.number(), version.contentHash(), missing.isEmpty(), missing);
  }
}
