package org.evenhand.kit.data.imports.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row, holding one row at a time. */
public interface RowSource {

  /**
   * The next row, or null at the end.
   *
   * @throws org.evenhand.kit.web.problem.Problem when the file can't be read any further
   */
  @Nullable StagedRow next() throws IOException;
}
