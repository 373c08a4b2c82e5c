package org.evenhand.policy.anchor;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.norm.Norm;

/** How sessions read one anchor. */
@Schema(
    example =
        """
        {"id": "0198f2a0-0000-7000-8000-000000000011", "criterion": "delivery",
         "sentence": "What was agreed anew in the open counts as agreed."}
        """)
record AnchorNorm(
    @Schema(description = "In /v1/norms") UUID id, String criterion, String sentence) {

  static AnchorNorm of(Norm norm) {
    return new AnchorNorm(norm.id(), norm.criterion(), norm.sentence());
  }
}
