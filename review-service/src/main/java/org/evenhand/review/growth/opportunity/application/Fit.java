package org.evenhand.review.growth.opportunity.application;

/** How far somebody shows what a criterion asks for, by what they have written and done. */
public enum Fit {
  NOT_SHOWN,
  PARTLY,
  SHOWN
}
