package org.evenhand.review.growth.checklist.template;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.template.TemplateRequest.TemplateItemBody;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a list of a kind.
 *
 * @param changedBy absent as long as nobody has said anything
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "ChecklistTemplate",
    example =
        """
        {"kind": "RETURN",
         "items": [{"owner": "MANAGER", "title": "Speak about what has changed", "offset": 2}],
         "changedBy": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Marit Lindqvist"},
         "changedAt": "2026-11-30T09:00:00Z", "actions": ["putChecklistTemplate"]}
        """)
record TemplateView(
    ChecklistKind kind,
    List<TemplateItemBody> items,
    @Nullable PersonRef changedBy,
    @Nullable Instant changedAt,
    List<String> actions) {

  static TemplateView of(ChecklistTemplate template, Names names, Viewer viewer) {
    return new TemplateView(
        template.kind(),
        template.items().stream().map(TemplateItemBody::of).toList(),
        names.orNull(template.changedBy().orElse(null)),
        template.changedAt().orElse(null),
        viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD)
            ? List.of("putChecklistTemplate")
            : List.of());
  }
}
