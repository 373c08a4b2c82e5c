package org.evenhand.kit.web.problem;

import org.jspecify.annotations.Nullable;

/** What kind of thing is wrong, for programs: the words are for people and may change. */
public enum ViolationCode {
  /** It is missing, empty or null. */
  REQUIRED,
  /** No field, parameter or column of this name is taken. */
  UNKNOWN,
  /** It is not of the type or form that is wanted. */
  MALFORMED,
  /** It is too long or too short, or has too many or too few items. */
  SIZE,
  /** A number or day lies outside its bounds. */
  RANGE,
  /** It is none of the values that are known. */
  NOT_ONE_OF,
  /** It was given before, or is taken by another. */
  DUPLICATE,
  /** It refers to something that isn't there. */
  NOT_FOUND,
  /** It contradicts something else that was sent or is known. */
  INCONSISTENT,
  /** A rule forbids it for this person or in this state. */
  NOT_ALLOWED;

  /**
   * @param pointer into the body (RFC 6901); empty for the whole of it
   * @param detail worded to follow what it points to: {@code is missing}
   */
  public Violation at(String pointer, String detail) {
    return new Violation(this, detail, pointer, null, null, null);
  }

  /** Of a query parameter or header. */
  public Violation parameter(String name, String detail) {
    return new Violation(this, detail, null, name, null, null);
  }

  /** Of an import; row 1 is the first row of data. */
  public Violation cell(long row, @Nullable String column, String detail) {
    return new Violation(this, detail, null, null, row, column);
  }
}
