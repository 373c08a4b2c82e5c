package org.evenhand.review.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.kit.data.imports.ColumnTable;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.review.directory.orgrules.OrgColumns;
import org.evenhand.review.growth.opportunity.past.PastColumns;
import org.junit.jupiter.api.Test;

class ImportPageTest {

  @Test
  void thePageOnImportsListsTheColumnsAsTheyAreRead() throws IOException {
    String page = Files.readString(Path.of("IMPORTS.md"));

    for (List<ImportColumn> columns :
        List.of(OrgColumns.ALL, HistoryColumns.ALL, PastColumns.ALL)) {
      String table = ColumnTable.markdown(columns);
      assertTrue(page.contains(table), () -> "IMPORTS.md lacks this table:\n" + table);
    }
  }
}
