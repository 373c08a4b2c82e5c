package org.evenhand.policy.challenge.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeKind;
import org.evenhand.policy.challenge.Practice;
import org.evenhand.policy.challenge.VersionPart;
import org.jspecify.annotations.Nullable;

/**
 * What somebody raises, against either a part of a version or a practice.
 *
 * @param text everybody reads it
 */
@Schema(
    name = "ChallengeRequest",
    example =
        """
        {"kind": "CONCERN", "text": "It rewards those who speak most.",
         "part": {"policyId": "0198f2a0-0000-7000-8000-000000000010", "version": 1,
           "pointer": "/criteria/1",
           "contentHash": "07746f65ac5763943ec86f9c078e86331e8c576655cfbbf732760c441dedc271"}}
        """)
public record ChallengeRequest(
    @NotNull ChallengeKind kind,
    @NotNull @PlainText @Size(max = 4000) String text,
    @Nullable @Valid VersionPart part,
    @Nullable @Valid Practice practice) {

  Challenge.Said said() {
    return new Challenge.Said(kind, text, part, practice);
  }
}
