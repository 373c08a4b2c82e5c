package org.evenhand.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The row per person and the published tables are one and the same year. */
class RealYearTest {
  private static final Path FOLDER = Path.of("real-year");

  private final List<CsvRow> rows =
      CsvFile.read(FOLDER.resolve("department-of-health-2013-14.ratings.csv"));

  @ParameterizedTest
  @ValueSource(strings = {"disability", "workPattern"})
  void theRowsAddUpToThePublishedTable(String dimension) throws IOException {
    JsonNode published =
        new ObjectMapper().readTree(FOLDER.resolve("department-of-health-2013-14.json").toFile());

    assertThat(rows).hasSize(1_663);
    JsonNode groups = published.at("/dimensions/" + dimension);
    assertThat(groups.size()).isPositive();
    groups
        .properties()
        .forEach(
            group -> {
              for (int level = 0; level < 3; level++) {
                String name = published.at("/levels/" + level).asText();
                assertThat(count(dimension, group.getKey(), name))
                    .as("%s, %s", group.getKey(), name)
                    .isEqualTo(group.getValue().get(level).asLong());
              }
            });
  }

  private long count(String dimension, String group, String level) {
    return rows.stream()
        .filter(row -> row.get(dimension).equals(group) && row.get("level").equals(level))
        .count();
  }
}
