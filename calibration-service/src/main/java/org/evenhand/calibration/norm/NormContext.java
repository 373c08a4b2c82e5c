package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.session.Session;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/** A norm, the session that it comes from, and who reads it or agrees to it. */
record NormContext(Mutiny.Session session, Norm norm, Session of, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  long version() {
    return norm.version();
  }

  boolean isMember() {
    return of.members().contains(actor());
  }

  /**
   * @throws Problem 403
   */
  void requireMember() {
    if (!isMember()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "This is for those who sit in its session.");
    }
  }

  /** Of HR, or somebody who leads people. */
  boolean isOfSide() {
    return Stream.of(Roles.HR, Roles.HR_LEAD, Roles.MANAGER).anyMatch(caller.roles()::contains);
  }

  /**
   * @throws Problem 403
   */
  void requireWithdrawing() {
    if (!mayWithdraw()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "This is for whoever has proposed it, and once it is agreed on for HR and managers"
              + " together.");
    }
  }

  private boolean mayWithdraw() {
    return norm.isAmongMembers() ? norm.isBy(actor()) : isOfSide();
  }

  private boolean isWaitingForOthers() {
    return norm.withdrawal()
        .filter(asked -> !asked.isAgreedToBy(actor(), Pair.Side.of(caller)))
        .isPresent();
  }

  List<String> actions() {
    return Stream.of(NormLifecycle.AGREE, NormLifecycle.WITHDRAW)
        .filter(NormLifecycle.OF_NORMS.operations(norm.state())::contains)
        .filter(step -> step.equals(NormLifecycle.AGREE) ? mayAgree() : mayAskToWithdraw())
        .toList();
  }

  private boolean mayAgree() {
    return isMember() && !norm.hasAgreed(actor());
  }

  private boolean mayAskToWithdraw() {
    return mayWithdraw() && !isWaitingForOthers();
  }
}
