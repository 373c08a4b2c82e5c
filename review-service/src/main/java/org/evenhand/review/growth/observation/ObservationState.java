package org.evenhand.review.growth.observation;

/** The states of an observation. */
public enum ObservationState {
  /** Kept for a review to come. */
  KEPT,
  /** A review rests on it. */
  CITED,
  /** Taken back by its author; its words are gone. */
  WITHDRAWN
}
