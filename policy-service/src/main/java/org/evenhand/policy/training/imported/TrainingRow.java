package org.evenhand.policy.training.imported;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;

/** A row of a file: one person has completed one module on one day. */
record TrainingRow(long number, String externalId, String module, LocalDate completedOn) {

  static final String EXTERNAL_ID = "externalId";
  static final String MODULE = "module";
  static final String COMPLETED_ON = "completedOn";

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_KEY = 40;

  static final List<ImportColumn> COLUMNS =
      List.of(
          ImportColumn.key(EXTERNAL_ID, LONGEST_ID).required(),
          ImportColumn.key(MODULE, LONGEST_KEY).required(),
          ImportColumn.date(COMPLETED_ON).required());

  /** Of two rows about the same the later counts, in whichever order they come. */
  static final Comparator<TrainingRow> LATEST_FIRST =
      Comparator.comparing(TrainingRow::completedOn).reversed().thenComparing(TrainingRow::number);

  static TrainingRow of(ImportRow row) {
    return new TrainingRow(
        row.row(),
        row.required(EXTERNAL_ID),
        row.required(MODULE),
        row.date(COMPLETED_ON).orElseThrow());
  }
}
