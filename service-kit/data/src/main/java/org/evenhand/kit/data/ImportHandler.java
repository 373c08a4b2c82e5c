package org.evenhand.kit.data;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Knows one kind of file. Every bean of this type gets a worker that applies its imports, one at a
 * time, in the order of their arrival.
 */
public interface ImportHandler {

  String kind();

  /** All columns that a file may have, as they are named in its header. */
  List<String> columns();

  /** Columns that the header must name and that every row must fill. */
  Set<String> requiredColumns();

  /**
   * Looks at the file as a whole before any row is applied, in a transaction of its own. It may
   * query {@code import_row(import_id, row, values jsonb, refused)}, and refuse rows by setting
   * {@code refused} and inserting the reason into {@code import_error(import_id, row, "column",
   * detail)}. A {@link org.evenhand.kit.web.Problem} refuses the whole file.
   */
  default Uni<Void> prepare(Mutiny.Session session, UUID importId) {
    return Uni.createFrom().voidItem();
  }

  /**
   * Applies at most 500 rows in one transaction and answers one result per row. A refused row
   * changes nothing. Rows come in the order of the file, without those that are refused already. On
   * a dry run everything that this writes is undone. When it fails, the chunk's rows come again one
   * by one, and only those that fail alone are refused.
   */
  Uni<List<RowResult>> apply(
      Mutiny.Session session, UUID importId, List<ImportRow> chunk, boolean dryRun);

  /** Called once after the last row, in a transaction of its own. */
  default Uni<Void> finish(Mutiny.Session session, UUID importId, boolean dryRun) {
    return Uni.createFrom().voidItem();
  }
}
