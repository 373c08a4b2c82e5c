package org.evenhand.review.directory.people;

/** Which kind of line leads from an employee to a manager; only LINE carries authority upwards. */
public enum Relationship {
  LINE,
  DOTTED
}
