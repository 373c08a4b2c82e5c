package org.evenhand.review.growth.remediation.reading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.remediation.RemediationState;
import org.evenhand.review.growth.remediation.access.RemediationRelation;
import org.jspecify.annotations.Nullable;

/**
 * A remediation plan in a list.
 *
 * @param state absent for whoever is asked to be a companion
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "RemediationPlanSummary",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000801", "state": "ACTIVE",
         "employee": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "relations": ["MANAGER"], "actions": ["holdRemediationCheckpoint"]}
        """)
public record RemediationSummary(
    UUID id,
    @Nullable RemediationState state,
    PersonRef employee,
    List<RemediationRelation> relations,
    List<String> actions) {}
