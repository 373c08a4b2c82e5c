package org.evenhand.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final Scope BRITISH_EMPLOYEES =
      new Scope(List.of("GB"), List.of(), List.of("EMPLOYEE"));

  @Test
  void a_scope_for_everyone_overlaps_every_other() {
    assertThat(Scope.EVERYONE.overlaps(BRITISH_EMPLOYEES)).isTrue();
    assertThat(BRITISH_EMPLOYEES.overlaps(Scope.EVERYONE)).isTrue();
  }

  @Test
  void one_dimension_without_anything_in_common_keeps_two_scopes_apart() {
    assertThat(BRITISH_EMPLOYEES.overlaps(new Scope(List.of("DE"), List.of(), List.of())))
        .isFalse();
    assertThat(
            BRITISH_EMPLOYEES.overlaps(
                new Scope(List.of("GB", "DE"), List.of("Acme"), List.of("CONTRACTOR"))))
        .isFalse();
  }

  @Test
  void scopes_that_meet_in_every_dimension_overlap() {
    assertThat(
            BRITISH_EMPLOYEES.overlaps(
                new Scope(List.of("DE", "GB"), List.of("Acme"), List.of("EMPLOYEE", "APPRENTICE"))))
        .isTrue();
  }
}
