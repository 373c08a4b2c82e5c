package org.evenhand.policy.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final Validity COUNTING = new Validity(FIRST.plusDays(9), null);

  @Test
  void it_is_over_after_its_last_day_and_not_on_it() {
    assertThat(COUNTING.isOver(FIRST.plusDays(9))).isFalse();
    assertThat(COUNTING.isOver(FIRST.plusDays(10))).isTrue();
    assertThat(new Validity(null, null).isOver(FIRST.plusYears(100))).isFalse();
  }

  @Test
  void after_a_leave_there_is_as_much_left_as_before_it() {
    Validity standing = COUNTING.standingStill(FIRST.plusDays(2));

    assertThat(standing.goingOn(FIRST.plusDays(32)).until()).isEqualTo(FIRST.plusDays(39));
  }

  @Test
  void a_leave_that_is_told_again_begins_once() {
    Validity standing = COUNTING.standingStill(FIRST.plusDays(2));

    assertThat(standing.standingStill(FIRST)).isEqualTo(standing);
    assertThat(standing.standingStill(FIRST.plusDays(5))).isEqualTo(standing);
  }

  @Test
  void what_was_over_before_a_leave_stays_over() {
    assertThat(COUNTING.standingStill(FIRST.plusDays(10))).isEqualTo(COUNTING);
  }

  @Test
  void it_is_looked_at_when_it_is_to_be_renewed_and_when_it_is_over() {
    Validity year = new Validity(FIRST.plusDays(365), null);

    assertThat(year.nextLook(FIRST)).isEqualTo(FIRST.plusDays(335));
    assertThat(year.isToBeRenewed(FIRST.plusDays(334))).isFalse();
    assertThat(year.isToBeRenewed(FIRST.plusDays(335))).isTrue();
    assertThat(year.nextLook(FIRST.plusDays(335))).isEqualTo(FIRST.plusDays(366));
    assertThat(new Validity(null, null).nextLook(FIRST)).isNull();
  }
}
