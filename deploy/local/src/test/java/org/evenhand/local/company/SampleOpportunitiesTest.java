package org.evenhand.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The made-up opportunities of a past year are about everybody who had come by then. */
class SampleOpportunitiesTest {

  private final List<CsvRow> rows = CsvFile.read(Path.of("sample-opportunities.csv"));

  @Test
  void allWhoHadComeCouldApplyForEach() {
    Set<String> people =
        CsvFile.read(Path.of("sample-company.csv")).stream()
            .filter(row -> row.get("effectiveFrom").compareTo("2025-10-09") < 0)
            .map(row -> row.get("externalId"))
            .collect(Collectors.toSet());
    Map<String, List<String>> eligible =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("opportunityId"),
                    Collectors.mapping(row -> row.get("externalId"), Collectors.toList())));
    assertThat(eligible).hasSize(3);
    assertThat(eligible.values())
        .allSatisfy(each -> assertThat(each).containsExactlyInAnyOrderElementsOf(people));
  }

  @Test
  void twentyFourAppliedAndSixWereSelected() {
    assertThat(reached()).containsEntry("APPLIED", 6L);
    assertThat(reached()).containsEntry("ASSESSED", 12L);
    assertThat(reached()).containsEntry("SELECTED", 6L);
  }

  private Map<String, Long> reached() {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> row.get("stage"), Collectors.counting()));
  }
}
