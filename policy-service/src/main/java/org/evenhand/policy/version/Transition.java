package org.evenhand.policy.version;

/** What a person can do to a version. */
public enum Transition {
  EDIT("editVersion"),
  CONSULTATION("openConsultation"),
  COMMENTS("addComment"),
  DISPOSITION("disposeComment"),
  IMPACT_REPLAY("requestImpactReplay"),
  REPLAY_WAIVER("waiveImpactReplay"),
  SIGN_OFF_OPENING("openSignOff"),
  SIGN_OFFS("signVersion"),
  ANNOUNCEMENT("announceVersion"),
  ACKNOWLEDGEMENTS("acknowledgeVersion"),
  SIGNER_REPLACEMENT("replaceSigner"),
  /** By HR alone, for a version to which the other side has not agreed yet. */
  WITHDRAWAL("withdrawVersion"),
  /** A proposal to end what both sides have agreed to. */
  ENDING("proposeEnding"),
  ENDING_COUNTERSIGNATURE("countersignEnding"),
  ENDING_WITHDRAWAL("withdrawEndingProposal");

  private final String operation;

  Transition(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation, as a client reads it in {@code actions} and {@code allowed}. */
  public String operation() {
    return operation;
  }
}
