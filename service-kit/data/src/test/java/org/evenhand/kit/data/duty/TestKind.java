package org.evenhand.kit.data.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Kinds of the tests. */
enum TestKind implements DutyKind {
  REPORT(DutyTerms.upTheLine(5)),
  DECISION(DutyTerms.toHrLead(3)),
  SECRET(DutyTerms.confidential(5));

  private final DutyTerms terms;

  TestKind(DutyTerms terms) {
    this.terms = terms;
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return List.of("do" + name());
  }

  @Override
  public Optional<String> neededBecause() {
    return this == REPORT ? Optional.empty() : Optional.of("others wait for it.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/promises/" + subject + (part.isEmpty() ? "" : "/" + part);
  }
}
