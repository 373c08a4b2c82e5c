package org.evenhand.review.growth.goal.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.goal.terms.MeasureBody;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the library.
 *
 * @param jobFamily absent where it is for all
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "LibraryGoal",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000401", "key": "answer-time",
         "jobFamily": "customer-care", "state": "PUBLISHED", "title": "Answers within two days",
         "criterion": "delivery",
         "measure": {"kind": "METRIC", "from": "3.5", "to": "2", "unit": "days"},
         "changedBy": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Marit Lindqvist"},
         "changedAt": "2026-11-29T12:00:00Z",
         "actions": ["changeLibraryGoal", "retireLibraryGoal"]}
        """)
record LibraryView(
    UUID id,
    String key,
    @Nullable String jobFamily,
    @Nullable String jobLevel,
    LibraryState state,
    String title,
    @Nullable String description,
    @Nullable String criterion,
    MeasureBody measure,
    PersonRef changedBy,
    Instant changedAt,
    List<String> actions) {

  static LibraryView of(LibraryGoal goal, Names names, Viewer viewer) {
    boolean writes = viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD);
    return new LibraryView(
        goal.id(),
        goal.key(),
        goal.jobFamily().orElse(null),
        goal.jobLevel().orElse(null),
        goal.state(),
        goal.content().title(),
        goal.content().description(),
        goal.content().criterion(),
        MeasureBody.of(goal.content().measure()),
        names.of(goal.changedBy()),
        goal.changedAt(),
        writes && goal.isPublished()
            ? List.of("changeLibraryGoal", "retireLibraryGoal")
            : List.of());
  }
}
