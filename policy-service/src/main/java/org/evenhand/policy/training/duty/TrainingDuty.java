package org.evenhand.policy.training.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLead;
import static org.evenhand.kit.data.duty.DutyTerms.upTheLine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.policy.training.CompletionStep;
import org.evenhand.policy.training.ModuleStep;
import org.jspecify.annotations.Nullable;

/** What training asks of people. */
enum TrainingDuty implements DutyKind {
  /** One goes through a module; those who lead it say when that is done. */
  TRAINING(
      upTheLine(TrainingDuty.DAYS_TO_LEARN),
      "/v1/training-completions/",
      null,
      CompletionStep.RECORD.operation()),
  TRAINING_AGREEMENT(
      toHrLead(TrainingDuty.DAYS_TO_AGREE),
      "/v1/training-modules/",
      "a module waits for both who lead it; a proposed one can be withdrawn.",
      ModuleStep.AGREEMENT.operation(),
      ModuleStep.RETIREMENT_COUNTERSIGNATURE.operation());

  private static final int DAYS_TO_LEARN = 20;
  private static final int DAYS_TO_AGREE = 5;

  private final DutyTerms terms;
  private final String path;
  private final Optional<String> neededBecause;
  private final List<String> operations;

  TrainingDuty(DutyTerms terms, String path, @Nullable String neededBecause, String... operations) {
    this.terms = terms;
    this.path = path;
    this.neededBecause = Optional.ofNullable(neededBecause);
    this.operations = Stream.of(operations).toList();
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  /** Two people together can say that somebody doesn't need to go through it. */
  @Override
  public Optional<String> neededBecause() {
    return neededBecause;
  }

  @Override
  public String path(UUID subject, String part) {
    return path + subject;
  }
}
