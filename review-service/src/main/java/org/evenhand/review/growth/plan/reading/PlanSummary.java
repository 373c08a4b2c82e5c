package org.evenhand.review.growth.plan.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.plan.PlanState;
import org.evenhand.review.growth.plan.access.PlanRelation;
import org.jspecify.annotations.Nullable;

/**
 * A development plan in a list.
 *
 * @param aim absent where the reader sees no text, or nobody has put terms
 * @param cited whether the person cites it in the review that is asked for; absent where none is
 *     asked for, and for others than the person and whoever reviews them
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "DevelopmentPlanSummary")
public record PlanSummary(
    UUID id,
    PlanState state,
    PersonRef employee,
    @Nullable String aim,
    @Nullable LocalDate until,
    LocalDate createdOn,
    @Nullable Boolean cited,
    List<PlanRelation> relations,
    List<String> actions) {}
