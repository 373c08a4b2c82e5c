package org.evenhand.kit.data.imports;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.ProblemType;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Knows one kind of file. Every bean of this type gets a worker that applies its imports, one at a
 * time, in the order of their arrival.
 */
public interface ImportHandler {

  String kind();

  /** All columns that a file may have, and how each is read. */
  List<ImportColumn> columns();

  /** For which types of problems a whole file may be refused, beside the common ones. */
  default List<ProblemType> refusals() {
    return List.of();
  }

  /**
   * What is wrong with a row by itself, all of whose cells could be read. A row with errors is
   * refused as it comes in, so that it can decide nothing for other rows. Called on the thread of
   * the upload; must not look at the database.
   */
  default List<Violation> check(ImportRow row) {
    return List.of();
  }

  /**
   * Looks at the file as a whole before any row is applied, in a transaction of its own, and
   * refuses rows through the import. A {@link org.evenhand.kit.web.problem.Problem} of one of the
   * {@link #refusals()} refuses the whole file. The rows of a long file have been analysed.
   */
  default Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return Uni.createFrom().voidItem();
  }

  /**
   * Applies at most 1,000 rows in one transaction and answers one result per row. A refused row
   * changes nothing. Rows come in the order of the file, without those that are refused already. On
   * a dry run everything that this writes is undone. When it fails, the chunk's rows come again one
   * by one, and only those that fail alone are refused. New and changed entities of one type are
   * written together where nothing of another type lies between them.
   */
  Uni<List<RowResult>> apply(Mutiny.Session session, StagedImport sent, List<ImportRow> chunk);

  /**
   * Whether what became of each row can be asked for of a long file too, and not only why rows were
   * refused.
   */
  default boolean tellsEachRow() {
    return false;
  }

  /** Called once after the last row, in a transaction of its own. */
  default Uni<Void> finish(Mutiny.Session session, StagedImport sent) {
    return Uni.createFrom().voidItem();
  }
}
