package org.evenhand.review.growth.checklist.reading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistState;
import org.evenhand.review.growth.checklist.access.ChecklistRelation;
import org.jspecify.annotations.Nullable;

/**
 * A checklist in a list.
 *
 * @param kind absent for a buddy, who doesn't see on what occasion it began
 * @param open how many of the items that the reader sees are open
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "ChecklistSummary",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000701", "state": "OPEN", "kind": "RETURN",
         "employee": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "open": 3, "relations": ["MANAGER"],
         "actions": ["closeChecklistItem", "nameChecklistBuddy"]}
        """)
public record ChecklistSummary(
    UUID id,
    ChecklistState state,
    @Nullable ChecklistKind kind,
    PersonRef employee,
    int open,
    List<ChecklistRelation> relations,
    List<String> actions) {}
