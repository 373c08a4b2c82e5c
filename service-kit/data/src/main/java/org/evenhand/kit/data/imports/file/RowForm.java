package org.evenhand.kit.data.imports.file;

import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.problem.Violation;

/** Makes of a file's cells, by the names that the file has for them, rows of our columns. */
public interface RowForm {

  /** What stands between two cells of a line. */
  char separator();

  /** Fails when the file lacks what is needed, or holds what can't be told apart. */
  void checkHeader(List<String> header);

  /** Those of our columns that a column of the file fills. */
  List<ImportColumn> filledBy(String name);

  /** Whether a column that fills none of ours is passed over; else it is an error. */
  boolean passesOver();

  /** Puts a cell among the values, or says why it can't be. A blank one is absent. */
  void cell(long row, String name, String text, Map<String, String> values, List<Violation> errors);

  /** The row, with an error for each required column that it lacks and each rule that it breaks. */
  StagedRow complete(long row, Map<String, String> values, List<Violation> errors);
}
