package org.evenhand.policy.charter.reading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.SignersUnits;
import org.evenhand.policy.signing.RoundView;

/** Who signed what and when, all rounds, for everyone who may see the charter. */
@Schema(
    description = "Every answer that was given to a charter, never shortened.",
    example =
        """
        {
          "charterId": "0198f2a0-0000-7000-8000-000000000030",
          "version": 1,
          "contentHash": "0b882f240ec16a7fe6509ec0b26c22de63af4f3d7570477896da025cf912f4c8",
          "otherUnitMissing": true,
          "rounds": [
            {
              "round": 1,
              "openedAt": "2026-11-18T09:00:00Z",
              "openedBy": {"id": "0198f2a0-0000-7000-8000-000000000101", "name": "Hannah Reed"},
              "managers": [
                {"id": "0198f2a0-0000-7000-8000-000000000201", "name": "Tomás Silva"},
                {"id": "0198f2a0-0000-7000-8000-000000000202", "name": "Ida Berg"}
              ],
              "quorum": 2,
              "hrMissing": true,
              "managersMissing": 1,
              "signatures": [
                {
                  "signer": {"id": "0198f2a0-0000-7000-8000-000000000201", "name": "Tomás Silva"},
                  "side": "MANAGER",
                  "decision": "SIGN",
                  "contentHash": "0b882f240ec16a7fe6509ec0b26c22de63af4f3d7570477896da025cf912f4c8",
                  "at": "2026-11-19T09:00:00Z",
                  "approves": true,
                  "unit": "Sales"
                }
              ],
              "replacements": []
            }
          ]
        }
        """)
public record CharterSignOffChain(
    UUID charterId,
    int version,
    @Schema(description = "The hash of the present content") String contentHash,
    @Schema(
            description =
                "Whether the managers who have signed in the last round are of one unit alone, so"
                    + " that one of another unit is missing")
        boolean otherUnitMissing,
    List<RoundView> rounds) {

  static CharterSignOffChain of(Charter charter) {
    return new CharterSignOffChain(
        charter.id(),
        charter.number(),
        charter.contentHash(),
        charter.signOff().current().filter(SignersUnits::missing).isPresent(),
        charter.signOff().rounds().stream().map(RoundView::of).toList());
  }
}
