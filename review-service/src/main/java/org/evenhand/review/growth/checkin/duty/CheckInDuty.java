package org.evenhand.review.growth.checkin.duty;

import static org.evenhand.kit.data.duty.DutyTerms.confidential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.growth.checkin.CheckInStep;

/**
 * What the two of a check-in owe. Nobody else comes to know of it, whatever a charter says: what is
 * late counts, and goes to nobody.
 */
enum CheckInDuty implements DutyKind {
  /** Of both, until one of them says that it was held, or why not. */
  CHECK_IN(
      "/v1/check-ins/",
      "it can be skipped by either, with a reason.",
      CheckInStep.HOLDING.operation(),
      CheckInStep.SKIPPING.operation(),
      CheckInStep.CHANGE.operation()),
  CHECK_IN_ACTION(
      "/v1/check-in-actions/", "the one who is owed it can drop it.", "closeCheckInAction");

  private static final int WORKING_DAYS = 5;

  private final String path;
  private final String neededBecause;
  private final List<String> operations;

  CheckInDuty(String path, String neededBecause, String... operations) {
    this.path = path;
    this.neededBecause = neededBecause;
    this.operations = List.of(operations);
  }

  @Override
  public DutyTerms terms() {
    return confidential(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of(neededBecause);
  }

  @Override
  public String path(UUID subject, String part) {
    return path + subject;
  }
}
