package org.evenhand.policy.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldTest {

  private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
  private static final UUID LEAD = UUID.randomUUID();
  private static final ModuleTerms A_YEAR = terms(12);
  private static final Exemption UNTIL_SUMMER =
      new Exemption(Exemption.Code.OTHER, "Led it", FIRST.plusMonths(4), LEAD, LEAD, Instant.EPOCH);

  @Test
  void whoever_holds_nothing_is_enrolled() {
    assertThat(Held.NOTHING.state()).isEqualTo(CompletionState.ENROLLED);
    assertThat(Held.NOTHING.takenBack()).isEqualTo(Held.NOTHING);
  }

  @Test
  void what_a_completion_replaces_counts_again_step_by_step() {
    Held first = completed(Held.NOTHING, FIRST);
    Held exempt = first.exempted(UNTIL_SUMMER);
    Held second = completed(exempt, FIRST.plusMonths(6));
    Held third = completed(second, FIRST.plusMonths(7));

    assertThat(third.state()).isEqualTo(CompletionState.COMPLETED);
    assertThat(third.takenBack()).isEqualTo(second);
    assertThat(third.takenBack().takenBack()).isEqualTo(exempt);
    assertThat(exempt.state()).isEqualTo(CompletionState.EXEMPT);
    assertThat(exempt.until()).isEqualTo(FIRST.plusMonths(4));
  }

  @Test
  void no_completion_of_an_earlier_day_advances_what_was_completed_since() {
    Held held = completed(Held.NOTHING, FIRST);

    assertThat(held.isAdvancedBy(FIRST, A_YEAR, true)).isFalse();
    assertThat(held.isAdvancedBy(FIRST.plusDays(1), A_YEAR, true)).isTrue();
  }

  @Test
  void no_completion_ends_what_counts_or_has_counted_for_longer() {
    Held exempt = Held.NOTHING.exempted(UNTIL_SUMMER);

    assertThat(exempt.isAdvancedBy(FIRST.minusMonths(9), A_YEAR, true)).isFalse();
    assertThat(exempt.isAdvancedBy(FIRST.minusMonths(9), A_YEAR, false)).isFalse();
    assertThat(exempt.isAdvancedBy(FIRST.minusMonths(8), A_YEAR, true)).isTrue();
  }

  @Test
  void what_counts_for_good_is_ended_by_nothing_that_does_not() {
    Held forGood = Held.NOTHING.completed(FIRST, LEAD, null);

    assertThat(forGood.isAdvancedBy(FIRST.plusYears(1), A_YEAR, true)).isFalse();
    assertThat(forGood.isAdvancedBy(FIRST.plusYears(1), terms(null), true)).isTrue();
    assertThat(Held.NOTHING.isAdvancedBy(FIRST, A_YEAR, false)).isTrue();
  }

  private static Held completed(Held before, LocalDate on) {
    return before.completed(on, LEAD, A_YEAR.lastDay(on));
  }

  private static ModuleTerms terms(@Nullable Integer validMonths) {
    return new ModuleTerms(
        "Rating fairly",
        TrainingFormat.WORKSHOP,
        List.of(TrainingTopic.EVIDENCE),
        validMonths,
        List.of(Requirement.RATING),
        List.of());
  }
}
