package org.evenhand.review.growth.remediation.exception;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;

/**
 * That hr-lead let a plan pass although the person had objected lately. It names nobody whom the
 * plan is about, and nothing of the plan.
 *
 * @param by who let it pass, without a name
 * @param reason as it was written for the auditor
 */
@Schema(
    name = "RemediationException",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000851",
         "planId": "019a8c1e-6f00-7000-8000-000000000801",
         "by": {"id": "019a8c1e-6f00-7000-8000-000000000003"},
         "reason": "Two releases went out unchecked; waiting would put customers at risk",
         "at": "2026-11-30T09:00:00Z"}
        """)
record RemediationExceptionView(UUID id, UUID planId, PersonRef by, String reason, Instant at) {}
