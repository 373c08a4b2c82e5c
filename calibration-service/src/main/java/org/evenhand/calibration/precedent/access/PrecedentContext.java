package org.evenhand.calibration.precedent.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.calibration.precedent.PrecedentStep;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A precedent, and who reads it or takes a step on it.
 *
 * @param source whose review it comes from; empty for fiction
 */
public record PrecedentContext(
    Mutiny.Session session,
    Precedent precedent,
    Optional<PrecedentSource> source,
    Actor caller,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  public long version() {
    return precedent.version();
  }

  public boolean isAuthor() {
    return precedent.pair().author().equals(actor());
  }

  public boolean isChecker() {
    return precedent.pair().checker().equals(actor());
  }

  /** Either of the two who bring it about. */
  public boolean isOfPair() {
    return isAuthor() || isChecker();
  }

  /** Whoever it is about, while they are asked. */
  public boolean isReviewee() {
    return precedent.state() == PrecedentState.CHECKED && isAbout();
  }

  private boolean isAbout() {
    return source.filter(found -> found.employeeId().equals(actor())).isPresent();
  }

  /** Of HR, or somebody who leads people. */
  public boolean isOfSide() {
    return Stream.of(Roles.HR, Roles.HR_LEAD, Roles.MANAGER).anyMatch(caller.roles()::contains);
  }

  /** For which side the caller speaks: as they did when they brought it about, else by role. */
  public Pair.Side side() {
    Pair pair = precedent.pair();
    if (isAuthor()) {
      return pair.side();
    }
    return isChecker() && source.isPresent() ? pair.side().other() : Pair.Side.of(caller);
  }

  /**
   * @throws Problem 403
   */
  public void require(PrecedentStep step) {
    if (!may(step)) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          switch (step) {
            case REDACT -> "This is for whoever has written it.";
            case RETURN, CHECK -> "This is for whoever checks it.";
            case OBJECT -> "This is for whoever it is about.";
            case WITHDRAW ->
                "This is for the two who bring it about, and once it is out for HR"
                    + " and managers together.";
          });
    }
  }

  private boolean may(PrecedentStep step) {
    return switch (step) {
      case REDACT -> isAuthor();
      case RETURN, CHECK -> isChecker();
      case OBJECT -> isAbout();
      case WITHDRAW -> precedent.isOut() ? isOfSide() : isOfPair();
    };
  }

  /** The ids of the operations that the caller may begin now. */
  public List<String> actions() {
    return Stream.of(PrecedentStep.values())
        .filter(precedent::allows)
        .filter(this::may)
        .filter(step -> step != PrecedentStep.WITHDRAW || !isWaitingForOthers())
        .map(PrecedentStep::operation)
        .toList();
  }

  private boolean isWaitingForOthers() {
    return precedent.withdrawal().filter(asked -> asked.side() == side()).isPresent();
  }
}
