package org.evenhand.kit.data.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A duty, as somebody finds it who may know of it and asks whether it has to be done. */
public final class WaivableDuty {

  private final Duty duty;
  private final UUID caller;
  private final Standing standing;

  WaivableDuty(Duty duty, UUID caller, Standing standing) {
    this.duty = duty;
    this.caller = caller;
    this.standing = standing;
  }

  Duty duty() {
    return duty;
  }

  public UUID caller() {
    return caller;
  }

  public UUID id() {
    return duty.id();
  }

  /** When it came up; what comes up again is another one under the same id. */
  public Instant since() {
    return duty.matter().since();
  }

  public String kind() {
    return duty.kind().name();
  }

  public String subject() {
    return duty.kind().path(duty.matter().subject(), duty.matter().part());
  }

  public LocalDate dueOn() {
    return duty.deadline().on();
  }

  public DutyState state() {
    return duty.course().state();
  }

  /** Who owes it; null where a role does, or nobody. */
  public @Nullable UUID holder() {
    return duty.holder().person();
  }

  /** The side for which the caller can say that it needn't be done. */
  public Optional<Side> side() {
    return standing.side();
  }

  /**
   * @throws Problem 403 where the caller owes it, or whom it concerns stands above them
   */
  public void requireSide() {
    if (side().isEmpty()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "Nobody waives what they owe themselves, or what concerns them or those above them.");
    }
  }

  /** Whether the caller can agree to what this side has proposed. */
  public boolean canFollow(Side proposed) {
    return standing.canFollow(proposed);
  }

  public boolean canBeWaived() {
    return duty.isOpen() && duty.isWaivable();
  }

  /**
   * @throws Problem 409 where nobody owes it any more, 422 where its kind has to be done
   */
  public void requireWaivable() {
    if (!duty.isOpen()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "The duty is %s already.".formatted(state()))
          .allowing(List.of());
    }
    duty.kind()
        .neededBecause()
        .ifPresent(
            why -> {
              throw Problem.of(
                  CommonProblem.RULE_VIOLATED, "%s can't be waived: %s".formatted(kind(), why));
            });
  }
}
