package org.evenhand.review.growth.checkin.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.access.CheckInRelation;
import org.jspecify.annotations.Nullable;

/**
 * A check-in in a list, without words.
 *
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "CheckInSummary",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000501", "state": "HELD",
         "employee": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "manager": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "relations": ["MANAGER"], "plannedFor": "2026-12-08", "heldOn": "2026-12-08",
         "actions": ["putSharedNote", "putPrivateNote", "addCheckInAction"]}
        """)
public record CheckInSummary(
    UUID id,
    CheckInState state,
    PersonRef employee,
    PersonRef manager,
    List<CheckInRelation> relations,
    LocalDate plannedFor,
    @Nullable LocalDate heldOn,
    List<String> actions) {}
