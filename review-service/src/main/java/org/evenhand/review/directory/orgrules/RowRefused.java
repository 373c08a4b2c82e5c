package org.evenhand.review.directory.orgrules;

import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;

/** A row that reads well but breaks a rule; the message is for whoever sent the row. */
public final class RowRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ViolationCode code;
  private final String column;

  RowRefused(String column, String detail) {
    this(ViolationCode.NOT_ALLOWED, column, detail);
  }

  RowRefused(ViolationCode code, String column, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.column = column;
  }

  /** What is wrong, and in which cell. */
  public Violation at(ImportRow row) {
    return code.cell(row.row(), column, String.valueOf(getMessage()));
  }

  /** The column that the rule is about. */
  public String column() {
    return column;
  }
}
