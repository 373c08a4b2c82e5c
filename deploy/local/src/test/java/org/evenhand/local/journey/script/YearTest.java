package org.evenhand.local.journey.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.local.company.CsvFile;
import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;
import org.junit.jupiter.api.Test;

class YearTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private final SampleCompany company =
      SampleCompany.read(Path.of("sample-company.csv"), Path.of("sample-roles.csv"));

  @Test
  void whoReadsTheWordsAloneFindsTheLevelThatTheySay() {
    for (Person person : company.people()) {
      Year year = new Year(person);

      assertThat(Year.read(sample(year)))
          .as(person.name())
          .isEqualTo(Year.overall(year.deserved()));
    }
  }

  @Test
  void fiveReviewersOfEngineeringGiveAnotherLevelThanTheyDescribe() {
    Set<String> apart =
        company.people().stream()
            .filter(p -> Year.overall(new Year(p).given()) != Year.overall(new Year(p).deserved()))
            .map(Person::username)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(apart).containsExactly("anne-marie", "bill", "khai", "may", "xiuying");
  }

  @Test
  void eachCriterionHasTheTwoObservationsThatALevelOffTheMiddleNeeds() {
    Map<String, Long> seen =
        new Year(company.named("may"))
            .observations(TODAY).stream()
                .collect(Collectors.groupingBy(Year.Seen::criterion, Collectors.counting()));

    assertThat(seen).isEqualTo(Map.of("delivery", 2L, "craft", 2L, "together", 2L));
  }

  @Test
  void contractorsAndNewcomersAreNotReviewed() {
    Set<String> eligible =
        Population.eligible(
            CsvFile.read(Path.of("sample-company.csv")), LocalDate.parse("2026-11-22"));

    assertThat(eligible).hasSize(57).doesNotContain("L029", "L042", "L023");
  }

  private static JsonNode sample(Year year) {
    List<Map<String, Object>> parts =
        year.observations(TODAY).stream()
            .map(
                seen ->
                    Map.<String, Object>of(
                        "criterion", seen.criterion(), "observations", List.of(seen.body())))
            .toList();
    return new ObjectMapper().valueToTree(Map.of("parts", parts));
  }
}
