package org.evenhand.kit.data.duty.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.junit.jupiter.api.Test;

class NoConfidentialKindIsCountedTest {

  private record Kind(DutyTerms terms, boolean isSecret) implements DutyKind {

    @Override
    public String name() {
      return "KIND";
    }

    @Override
    public List<String> operations() {
      return List.of();
    }

    @Override
    public Optional<String> neededBecause() {
      return Optional.empty();
    }

    @Override
    public String path(UUID subject, String part) {
      return "/v1/kinds/" + subject;
    }
  }

  @Test
  void aServiceThatNamesOneDoesNotStart() {
    for (Kind hidden :
        List.of(
            new Kind(DutyTerms.confidential(5), false),
            new Kind(DutyTerms.toHrLeadAlone(5), true))) {
      assertThrows(IllegalStateException.class, () -> counting(hidden), hidden.toString());
    }
  }

  @Test
  void othersAreNamedInTheirFigure() {
    assertEquals(List.of("duties KIND"), counting(new Kind(DutyTerms.toHrLead(5), false)).names());
  }

  private static DutyFigures counting(Kind kind) {
    return new DutyFigures(List.of(() -> List.of(kind)));
  }
}
