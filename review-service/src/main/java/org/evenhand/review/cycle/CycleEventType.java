package org.evenhand.review.cycle;

/**
 * What subscribers learn of a cycle: each transition, and that a sharing is proposed or no longer.
 */
public enum CycleEventType {
  SCHEDULED("scheduled"),
  OPENED("opened"),
  CALIBRATION_STARTED("calibration-started"),
  SHARING_PROPOSED("sharing-proposed"),
  SHARING_WITHDRAWN("sharing-withdrawn"),
  SHARING_STARTED("sharing-started"),
  APPEALS_OPENED("appeals-opened"),
  CLOSED("closed"),
  CANCELLED("cancelled");

  private final String word;

  CycleEventType(String word) {
    this.word = word;
  }

  public String type() {
    return "org.evenhand.cycle." + word + ".v1";
  }
}
