package org.evenhand.policy.signoff;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.signing.RoundView;
import org.evenhand.policy.version.PolicyVersion;

/** Who signed what and when, all rounds, for everyone who may see the version. */
@Schema(
    description = "Every answer that was given to a version, never shortened.",
    example =
        """
        {
          "policyId": "0198f2a0-0000-7000-8000-000000000010",
          "version": 1,
          "contentHash": "07746f65ac5763943ec86f9c078e86331e8c576655cfbbf732760c441dedc271",
          "rounds": [
            {
              "round": 1,
              "openedAt": "2026-11-18T09:00:00Z",
              "openedBy": {"id": "0198f2a0-0000-7000-8000-000000000101", "name": "Hannah Reed"},
              "managers": [{"id": "0198f2a0-0000-7000-8000-000000000201", "name": "Tomás Silva"}],
              "quorum": 1,
              "hrMissing": true,
              "managersMissing": 0,
              "signatures": [
                {
                  "signer": {"id": "0198f2a0-0000-7000-8000-000000000201", "name": "Tomás Silva"},
                  "side": "MANAGER",
                  "decision": "SIGN",
                  "contentHash": "07746f65ac5763943ec86f9c078e86331e8c576655cfbbf732760c441dedc271",
                  "at": "2026-11-19T09:00:00Z",
                  "approves": true
                }
              ],
              "replacements": []
            }
          ]
        }
        """)
public record SignOffChain(
    UUID policyId,
    int version,
    @Schema(description = "The hash of the present content") String contentHash,
    List<RoundView> rounds) {

  static SignOffChain of(PolicyVersion version) {
    return new SignOffChain(
        version.policyId(),
        version.number(),
        version.contentHash(),
        version.signOff().rounds().stream().map(RoundView::of).toList());
  }
}
