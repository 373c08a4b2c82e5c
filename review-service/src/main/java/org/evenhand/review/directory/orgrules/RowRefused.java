package org.evenhand.review.directory.orgrules;

/** A row that reads well but breaks a rule; the message is for whoever sent the row. */
public final class RowRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String column;

  RowRefused(String column, String detail) {
    super(detail, null, false, false);
    this.column = column;
  }

  /** The column that the rule is about. */
  public String column() {
    return column;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
