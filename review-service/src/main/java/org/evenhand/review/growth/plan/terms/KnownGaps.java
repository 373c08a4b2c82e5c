package org.evenhand.review.growth.plan.terms;

import java.util.List;
import java.util.Optional;

/**
 * The levels that an action can be about: those of what the plan comes from and of the policies in
 * force. The first one found counts, so that what was told with a result stays as it was told.
 */
public record KnownGaps(List<Gap> gaps) {

  Optional<Gap> find(GapBody named) {
    return gaps.stream().filter(gap -> gap.isOf(named.criterion(), named.ordinal())).findFirst();
  }
}
