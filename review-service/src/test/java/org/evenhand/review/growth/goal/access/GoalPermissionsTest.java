package org.evenhand.review.growth.goal.access;

import static org.evenhand.review.growth.goal.access.GoalRelation.AUTHOR;
import static org.evenhand.review.growth.goal.access.GoalRelation.HR;
import static org.evenhand.review.growth.goal.access.GoalRelation.LINE;
import static org.evenhand.review.growth.goal.access.GoalRelation.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.Goals;
import org.junit.jupiter.api.Test;

class GoalPermissionsTest {

  @Test
  void anAuthorWhoNoLongerWritesForThePersonProposesNothing() {
    Goal draft = Goals.drafted();

    assertTrue(GoalPermissions.open(draft, Set.of(AUTHOR, LINE)).contains(GoalAction.PROPOSAL));
    assertTrue(GoalPermissions.open(draft, Set.of(AUTHOR, HR)).contains(GoalAction.PROPOSAL));
    assertEquals(
        Set.of(GoalAction.CHANGE, GoalAction.LINK, GoalAction.CLOSING),
        GoalPermissions.open(draft, Set.of(AUTHOR)));
    assertFalse(GoalPermissions.permits(GoalAction.PROPOSAL, draft, Set.of(AUTHOR, UNIT)));
  }
}
