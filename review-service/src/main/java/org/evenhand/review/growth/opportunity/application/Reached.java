package org.evenhand.review.growth.opportunity.application;

/** How far an application came, whatever became of it then. In this order, also as texts. */
public enum Reached {
  APPLIED,
  ASSESSED,
  SELECTED
}
