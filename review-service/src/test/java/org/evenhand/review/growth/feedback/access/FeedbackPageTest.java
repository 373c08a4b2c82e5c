package org.evenhand.review.growth.feedback.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.access.FeedbackAccess.Filter;
import org.junit.jupiter.api.Test;

class FeedbackPageTest {

  private static final Map<FeedbackRelation, String> DOORS =
      FeedbackDoors.of(
          new Viewer(
              new UUID(0, 1),
              "E1",
              Set.of(Roles.HR, Roles.HR_LEAD),
              Set.of(),
              LocalDate.of(2026, 11, 2)));

  /** Public recognition is all the company's: no list of a review may walk through it. */
  @Test
  void behindEachDoorAReviewsListLooksAmongWhatItsRevieweeWasGivenAlone() {
    RatedTime time = new RatedTime(new UUID(0, 2), Instant.EPOCH, Instant.EPOCH);
    String sql = new FeedbackPage(new Filter(null, null, null), time, null, 51).sql("", DOORS);

    assertTrue(sql.startsWith("with theirs as materialized"), sql);
    assertTrue(sql.contains("got.employee_id = :reviewee"), sql);
    assertEquals(DOORS.size(), sql.split("select f.id from theirs f", -1).length - 1, sql);
    assertFalse(sql.contains("from feedback f"), sql);
  }

  @Test
  void eachDoorIsLookedThroughNoFurtherThanThePage() {
    String sql = new FeedbackPage(new Filter(null, null, null), null, null, 51).sql("", DOORS);

    assertEquals(DOORS.size(), sql.split("order by f.id limit :most", -1).length - 1, sql);
    assertEquals(DOORS.size(), sql.split("f.state <> 'HIDDEN'", -1).length - 1, sql);
  }
}
