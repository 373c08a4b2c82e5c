package org.evenhand.review.appeal.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.appeal.AppealPhase;
import org.evenhand.review.appeal.access.AppealRelation;
import org.evenhand.review.directory.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * An appeal in a list.
 *
 * @param appellant absent for a panel that is still blind, and for auditors
 * @param actions the ids of the operations that are open to the caller now
 */
public record AppealSummary(
    UUID id,
    AppealPhase state,
    @Nullable UUID reviewId,
    @Nullable PersonRef appellant,
    List<AppealRelation> relations,
    @Nullable LocalDate dueOn,
    boolean late,
    List<String> actions) {}
