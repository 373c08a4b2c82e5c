package org.evenhand.kit.data.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.imports.file.Columns;
import org.evenhand.kit.data.imports.file.Format;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.RowSource;
import org.evenhand.kit.data.imports.file.StagedRow;
import org.evenhand.kit.data.imports.file.Upload;
import org.postgresql.ds.PGSimpleDataSource;

/** Stages a file that is made up as it is read. Arguments: JDBC URL, rows. */
public final class SmallHeapIntake {

  private static final List<ImportColumn> COLUMNS =
      List.of(
          ImportColumn.key("number", 100).required(),
          ImportColumn.text("name", 4_000),
          ImportColumn.text("note", 4_000));

  private SmallHeapIntake() {}

  public static void main(String[] arguments) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    database.setUser("postgres");
    database.setPassword("postgres");
    Staging staging = new Staging(database, Clock.systemUTC());
    UUID id =
        staging.begin(new ImportRequest("small-heap", null, false, false, null), "test", null);
    GeneratedCsv file = new GeneratedCsv(Long.parseLong(arguments[1]));
    Upload upload = new Upload(file, Long.MAX_VALUE);
    RowSource rows = Format.CSV.open(upload.text(), new Columns(COLUMNS, row -> List.of(), 4_000));
    List<StagedRow> batch = new ArrayList<>();
    for (StagedRow row = rows.next(); row != null; row = rows.next()) {
      batch.add(row);
      if (batch.size() == 1_000) {
        staging.add(id, batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      staging.add(id, batch);
    }
    System.out.println("staged " + file.bytes());
  }
}
