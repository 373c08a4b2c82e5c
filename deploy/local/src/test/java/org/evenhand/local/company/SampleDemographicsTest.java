package org.evenhand.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The made-up declarations are about people of the company, once each, and make a small group. */
class SampleDemographicsTest {

  private final List<CsvRow> rows = CsvFile.read(Path.of("sample-demographics.csv"));

  @Test
  void eachIsAboutSomebodyOfTheCompanyOnce() {
    List<String> people =
        CsvFile.read(Path.of("sample-company.csv")).stream()
            .map(row -> row.get("externalId"))
            .toList();
    assertThat(rows).extracting(row -> row.get("externalId")).doesNotHaveDuplicates();
    assertThat(people).containsAll(rows.stream().map(row -> row.get("externalId")).toList());
    assertThat(people).hasSize(rows.size() + 6);
  }

  @Test
  void oneGroupIsTooSmallToBeShown() {
    Map<String, Long> groups =
        rows.stream().collect(Collectors.groupingBy(r -> r.get("value"), Collectors.counting()));
    assertThat(groups).containsOnlyKeys("Under 35", "35 to 54", "55 and over");
    assertThat(groups).containsEntry("Under 35", 4L);
  }
}
