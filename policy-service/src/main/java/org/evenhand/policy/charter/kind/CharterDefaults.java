package org.evenhand.policy.charter.kind;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds without a charter, and for what a charter doesn't name. */
@Schema(
    description =
        "What holds without a charter, and for every kind of duty that the charter in force doesn't"
            + " name. Reviews of governance are held under a charter alone.",
    example =
        """
        {
          "terms": [
            {
              "kind": "SELF_REVIEW",
              "service": "review-service",
              "workingDays": 10,
              "path": [
                {"to": "NEXT_UP", "workingDays": 2},
                {"to": "HR", "workingDays": 3},
                {"to": "HR_LEAD", "workingDays": 5}
              ]
            }
          ]
        }
        """)
public record CharterDefaults(
    @Schema(description = "Each kind of duty that there is") List<KnownDuty> terms) {}
