package org.evenhand.review.growth.opportunity.reading;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityStep;
import org.evenhand.review.growth.opportunity.access.OpportunityPermissions;
import org.evenhand.review.growth.opportunity.access.OpportunityRelation;
import org.jspecify.annotations.Nullable;

/**
 * What one reader sees beside what all do.
 *
 * @param assessors null for others than HR
 * @param application their own; null where they haven't applied
 */
record OpportunitySeen(
    UUID reader,
    Set<OpportunityRelation> relations,
    @Nullable List<PersonRef> assessors,
    @Nullable UUID application) {

  List<String> actions(Opportunity opportunity) {
    return OpportunityPermissions.open(opportunity, relations, reader, application != null).stream()
        .map(OpportunityStep::operation)
        .toList();
  }
}
