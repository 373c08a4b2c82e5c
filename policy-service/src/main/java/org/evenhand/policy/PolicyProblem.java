package org.evenhand.policy;

import org.evenhand.kit.web.problem.ProblemType;

/** What can go wrong here beyond the problems that every service has. */
public enum PolicyProblem implements ProblemType {
  CONTENT_INCONSISTENT(
      422,
      "The content contradicts itself",
      "Correct the parts that `errors` points at: each says what it contradicts."),
  CONTENT_TOO_LARGE(
      422,
      "The content is too large",
      "Shorten the texts, or take parts out; the detail says by how much."),
  TRANSITION_REFUSED(
      409,
      "The version is not in a state that allows this",
      "Read the version again: its `actions` are what may happen now, `x-lifecycle` in the document"
          + " is the whole path."),
  VERSION_UNDER_WAY(
      409,
      "Another version of the policy is still under way",
      "Finish or withdraw the version under way, then draft the next."),
  DISPOSITIONS_MISSING(
      409,
      "Comments still wait for a disposition",
      "Decide on each comment that has no disposition yet; GET …/comments lists them."),
  CONSULTATION_TOO_SHORT(
      409,
      "The consultation has not lasted its minimum",
      "Wait until the day that the detail names."),
  CONTENT_CHANGED(
      409,
      "The content is not the one that was read",
      "Read the version again and sign the content as it stands now."),
  ALREADY_SIGNED(409, "This signature was given already", "Nothing is left to do for this signer."),
  NOTICE_NOT_OPEN(
      409, "The notice is not open to everyone yet", "Acknowledge once the version is announced."),
  SCOPE_TAKEN(
      409,
      "Another policy binds the same people",
      "Narrow the scope, or let the other policy end first; the detail names it."),
  SAME_SIDE_TWICE(
      422, "The other side has to countersign", "Ask somebody of the other side to countersign."),
  SIGN_OFF_INVALID(
      422,
      "The sign-off cannot be opened like this",
      "Name signers of both sides, as `errors` says."),
  SIGNER_REPLACEMENT_INVALID(
      422,
      "The signer cannot be replaced like this",
      "Name a signer who hasn't signed and somebody of the same side, as `errors` says."),
  POLICY_INCOMPLETE(
      422,
      "The version is not complete",
      "Add what `errors` names; GET …/readiness lists it while the version is drafted."),
  ANCHOR_UNKNOWN(
      422,
      "The version has no such part",
      "Point at a part of the content that is there, by a JSON pointer into it."),
  CHARTER_UNDER_WAY(
      409,
      "Another charter is still under way",
      "Edit the draft that is there, or let its sign-off end, then draft the next."),
  CHARTER_INVALID(
      422,
      "The charter breaks a rule",
      "Correct the parts of the content that `errors` points at; GET /v1/charters/defaults lists"
          + " the kinds of duty."),
  QUORUM_MISSING(
      409,
      "Too few were present for a review",
      "Hold it with one of HR and the managers that the detail asks for; their signatures later"
          + " don't make up for it."),
  MINUTES_INVALID(
      422,
      "The minutes break a rule",
      "Correct what `errors` points at: people who don't work here or speak for neither side, and"
          + " days that can't be."),
  TOO_MANY_CHALLENGES(
      409,
      "Too many of your challenges wait for an answer",
      "Wait for an answer, or withdraw one; support what others have raised already."),
  CHALLENGE_INVALID(
      422,
      "The challenge breaks a rule",
      "Correct what `errors` points at: one part of a version that both sides have agreed on, or"
          + " one"
          + " practice; an answer says what an accepted challenge becomes."),
  CHALLENGE_OF_OWN_RATING(
      422,
      "A rating of one's own is appealed against",
      "File an appeal, POST /v1/appeals: everybody would read a challenge."),
  TRAINING_INVALID(
      422,
      "The training breaks a rule",
      "Correct what `errors` points at: a module is led by one of HR and a manager, who both work"
          + " here, and nobody records what they have done themselves."),
  TRAINING_INCOMPLETE(
      422,
      "The module is not complete",
      "Add what `errors` names: a unit to the text of a workshop or an online module, published"
          + " precedents to a case study."),
  TRAINING_KEY_TAKEN(409, "Another module has this key", "Take another key, or that module."),
  ENROLLED_ALREADY(
      409,
      "The person has this module already",
      "Read their completion: GET /v1/training-completions lists it."),
  REPLAY_INVALID(
      422,
      "The replay cannot be asked for like this",
      "Correct what `errors` points at: closed cycles under this policy or one that bound some of"
          + " the same people, each past criterion and each criterion of the draft once, and levels"
          + " of the draft that never fall."),
  TOO_MANY_REPLAYS(
      409,
      "The version was replayed as often as can be",
      "Read the replays that there are, or say why none is needed: POST …/impact-replay-waiver."),
  REPLAY_RUNNING(
      409,
      "A replay of the draft isn't over yet",
      "Wait until each replay is DONE or FAILED, so that all who sign know the same; one of which"
          + " nothing is heard for a week is given up."),
  REPLAY_DONE(
      409,
      "A replay shows what the new rules would have changed",
      "Open the sign-off: nothing is left to be waived."),
  REPLAY_MISSING(
      409,
      "People can't know yet what the new rules would have changed",
      "Replay a closed cycle, POST …/impact-replays, and wait until it is DONE, or say why none is"
          + " needed: POST …/impact-replay-waiver."),
  NOTICE_TOO_SHORT(
      422,
      "The date does not respect the notice",
      "Choose a later day; the detail names the first that respects the notice.");

  private final int status;
  private final String title;
  private final String remedy;

  PolicyProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
