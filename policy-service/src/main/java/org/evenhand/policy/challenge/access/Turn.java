package org.evenhand.policy.challenge.access;

import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.web.security.Roles;

/** Whose turn it is to answer a challenge, of those whom it isn't about. */
public enum Turn {
  /** The first answer. */
  HR(Holder.role(Roles.HR, null)),
  /** The same where everybody who serves as HR has to do with it: an HR lead hears at once. */
  VACANT(Holder.VACANT),
  /** The second answer. */
  HR_LEAD(Holder.role(Roles.HR_LEAD, null)),
  /** The second answer, once it is so late that it has passed on from the HR leads. */
  OTHER_HR(Holder.role(Roles.HR, null)),
  /**
   * Any answer that is so late, where nobody of HR is left: whoever signed for managers gives it.
   */
  SIGNERS(Holder.role(Roles.MANAGER, null)),
  /** The same where none of those is left: another manager gives it. */
  MANAGERS(Holder.role(Roles.MANAGER, null)),
  /**
   * The same where nobody of either side is left, as where it is about the head of the company: it
   * is closed to those named alone, so that those below them answer.
   */
  HR_BELOW(Holder.role(Roles.HR, null)),
  /** The same where all who serve as HR are named. */
  MANAGERS_BELOW(Holder.role(Roles.MANAGER, null));

  private final Holder holder;

  Turn(Holder holder) {
    this.holder = holder;
  }

  public Holder holder() {
    return holder;
  }

  boolean admits(Standing standing) {
    boolean hr = standing.reader().hr();
    boolean manager = standing.reader().manager();
    boolean again = standing.reader().hrLead() || !standing.answered();
    return isFree(standing)
        && switch (this) {
          case HR, VACANT -> hr || standing.signer() && manager;
          case HR_LEAD -> standing.reader().hrLead();
          case OTHER_HR -> hr && again;
          case SIGNERS -> (hr || standing.signer() && manager) && again;
          case MANAGERS, HR_BELOW, MANAGERS_BELOW -> (hr || manager) && again;
        };
  }

  private boolean isFree(Standing standing) {
    return this == HR_BELOW || this == MANAGERS_BELOW ? standing.isOutside() : standing.isFree();
  }

  String whose() {
    return switch (this) {
      case HR, VACANT ->
          "HR answers, or a manager who has signed the version; never whom it is about, those"
              + " above or below them, or who has raised it.";
      case HR_LEAD ->
          "An HR lead gives the second answer, whom it isn't about and who hasn't raised it.";
      case OTHER_HR ->
          "HR gives the second answer now; never who gave the first, whom it is about, or who has"
              + " raised it.";
      case SIGNERS ->
          "HR answers, or a manager who has signed the version; never who has answered, whom it is"
              + " about, those above or below them, or who has raised it.";
      case MANAGERS ->
          "HR answers, or a manager; never who has answered, whom it is about, those above or"
              + " below them, or who has raised it.";
      case HR_BELOW, MANAGERS_BELOW ->
          "HR answers, or a manager; never who has answered, whom it is about, or who has raised"
              + " it.";
    };
  }
}
