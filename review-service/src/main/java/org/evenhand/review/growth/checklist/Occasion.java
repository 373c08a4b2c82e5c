package org.evenhand.review.growth.checklist;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a checklist begins.
 *
 * @param on the day from which its days are counted: the first one in the assignment, of the new
 *     manager or place, after a leave; of a list for leaving the last one
 * @param awaySince since when somebody was away who is back; null for other kinds, and where nobody
 *     has told us
 * @param by who began it by hand; null where an import did
 */
public record Occasion(
    ChecklistKind kind, LocalDate on, @Nullable LocalDate awaySince, @Nullable UUID by) {}
