package org.evenhand.local.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  @TempDir Path folder;

  @Test
  void readsQuotesCommasLineBreaksAndEmptyCells() throws IOException {
    List<CsvRow> rows = read("name,note,more\n\"King, Jr.\",\"two\nlines, \"\"quoted\"\"\",\n");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("name")).isEqualTo("King, Jr.");
    assertThat(rows.get(0).get("note")).isEqualTo("two\nlines, \"quoted\"");
    assertThat(rows.get(0).get("more")).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadTheSame() throws IOException {
    Map<String, String> row = Map.of("a", "Żółć, \"x\"", "b", "", "c", "田中\nさくら");

    List<CsvRow> back = read(CsvFile.write(List.of("a", "b", "c"), List.of(row)));

    assertThat(back).extracting(CsvRow::cells).containsExactly(row);
  }

  @Test
  void aRowThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> read("a,b\n1\n")).isInstanceOf(Trouble.class);
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws IOException {
    CsvRow row = read("a\n1\n").get(0);

    assertThatThrownBy(() -> row.get("email"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("email");
  }

  private List<CsvRow> read(String text) throws IOException {
    return CsvFile.read(Files.writeString(folder.resolve("x.csv"), text));
  }
}
