package org.evenhand.review.review.reading;

import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.DueDates;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review in a list.
 *
 * @param ordinal what counts now; the reviewee sees it once it is shared
 * @param actions the ids of the operations that are open to the caller now
 */
public record ReviewSummary(
    UUID id,
    UUID cycleId,
    String cycleKey,
    ReviewPhase state,
    int revision,
    PersonView reviewee,
    @Nullable PersonView reviewer,
    String orgUnit,
    DueDates due,
    List<Relation> relations,
    @Nullable Integer ordinal,
    List<String> actions) {}
