package org.evenhand.review.growth.remediation.exception;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;

/**
 * That hr-lead let a plan pass although the person had objected lately. It names nobody whom the
 * plan is about, nothing of the plan, and not when it was proposed, which its id would tell.
 *
 * @param by who let it pass, without a name
 * @param reason as it was written for the auditor
 * @param on the day at the person's place
 */
@Schema(
    name = "RemediationException",
    example =
        """
        {"id": "5f0c9a52-3d1e-4c7b-9a60-0b8f6f2f7c11",
         "by": {"id": "019a8c1e-6f00-7000-8000-000000000003"},
         "reason": "Two releases went out unchecked; waiting would put customers at risk",
         "on": "2026-11-30"}
        """)
record RemediationExceptionView(UUID id, PersonRef by, String reason, LocalDate on) {}
