package org.evenhand.calibration.precedent.work;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What no template of a precedent can know. Whoever has a policy of their own names its criterion,
 * and the level at which its anchors put the case.
 */
@Schema(
    example =
        """
        {"policyId": "019a8c1e-6f00-7000-8000-0000000000b1", "criterion": "delivery",
         "ordinal": 2, "checkerExternalId": "L007"}
        """)
record PrecedentTemplateRequest(
    @NotNull UUID policyId,
    @PlainText @Size(max = 60) @Nullable String criterion,
    @Min(1) @Nullable Integer ordinal,
    @Schema(description = "Somebody of the other side", examples = "L007")
        @NotNull
        @PlainText
        @Size(max = 100)
        String checkerExternalId) {

  /** Whether it says at which level of its policy the case is. */
  boolean saysWhere() {
    return criterion != null && ordinal != null;
  }
}
