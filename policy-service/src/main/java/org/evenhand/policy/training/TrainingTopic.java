package org.evenhand.policy.training;

/** What a module is about. */
public enum TrainingTopic {
  BIAS_AWARENESS,
  EVIDENCE,
  COACHING,
  PRIVACY,
  CALIBRATION
}
