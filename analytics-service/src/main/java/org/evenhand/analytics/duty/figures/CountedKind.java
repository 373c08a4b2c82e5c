package org.evenhand.analytics.duty.figures;

import org.evenhand.analytics.quarterly.QuarterFigure;
import org.evenhand.analytics.quarterly.QuarterFigure.Room;

/** Kinds of duty of which their services tell figures by unit. */
public enum CountedKind {
  /** A check that a manager owes of a quarter: each counts for itself, and once it has its note. */
  CALIBRATION_CHECK,
  /** An answer to a challenge. */
  CHALLENGE_ANSWER,
  /** A module that somebody is to go through. */
  TRAINING;

  QuarterFigure figure() {
    return new QuarterFigure(Room.DUTIES, name());
  }
}
