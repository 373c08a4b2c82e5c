package org.evenhand.policy.training;

/** How a module is gone through. */
public enum TrainingFormat {
  WORKSHOP,
  ONLINE,
  CASE_STUDY
}
