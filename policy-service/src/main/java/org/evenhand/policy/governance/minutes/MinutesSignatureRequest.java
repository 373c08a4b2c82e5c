package org.evenhand.policy.governance.minutes;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody who was present sends to sign. */
@Schema(
    name = "GovernanceSignatureRequest",
    example =
        """
        {"minutesHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
        """)
public record MinutesSignatureRequest(
    @NotNull @Pattern(regexp = "^[0-9a-f]{64}$") String minutesHash) {}
