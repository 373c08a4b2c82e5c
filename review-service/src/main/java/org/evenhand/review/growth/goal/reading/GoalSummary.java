package org.evenhand.review.growth.goal.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Health;
import org.evenhand.review.growth.goal.access.GoalRelation;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.jspecify.annotations.Nullable;

/**
 * A goal in a list, as a form shows it.
 *
 * @param late whether the version that is agreed was agreed after goals had to be set; absent for
 *     those to whom it is open as one of many
 * @param cited whether the person points to it in the review that is asked for; absent where none
 *     is, and for whoever neither is rated nor rates there
 * @param actions the ids of the operations that are open to the caller now
 */
public record GoalSummary(
    UUID id,
    GoalState state,
    PersonRef employee,
    TermsBody terms,
    @Nullable Health health,
    @Nullable LocalDate revisitOn,
    @Nullable Boolean late,
    @Nullable Boolean cited,
    List<GoalRelation> relations,
    List<String> actions) {}
