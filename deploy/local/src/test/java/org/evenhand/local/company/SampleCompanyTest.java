package org.evenhand.local.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;

class SampleCompanyTest {
  private static final Path ORGANISATION = Path.of("sample-company.csv");
  private static final Path ROLES = Path.of("sample-roles.csv");

  private final List<CsvRow> rows = CsvFile.read(ORGANISATION);
  private final SampleCompany company = SampleCompany.read(ORGANISATION, ROLES);

  @Test
  void theFileHasTheColumnsOfAnOrgImport() {
    assertThat(rows.get(0).cells().keySet())
        .containsExactly(
            "externalId",
            "givenName",
            "familyName",
            "email",
            "managerExternalId",
            "relationship",
            "orgUnit",
            "jobLevel",
            "jobFamily",
            "workLocation",
            "country",
            "legalEntity",
            "workerType",
            "employmentStatus",
            "assignmentId",
            "effectiveFrom",
            "action");
  }

  @Test
  void sixtyPeopleWorkInFourUnits() {
    assertThat(company.people()).hasSize(60);
    assertThat(company.people()).extracting(Person::externalId).doesNotHaveDuplicates();
    assertThat(company.people()).extracting(Person::username).doesNotHaveDuplicates();
    assertThat(company.people().stream().map(Person::orgUnit).distinct()).hasSize(4);
  }

  @Test
  void everyLineEndsAtTheTopAfterThreeManagersAtMost() {
    Map<String, Person> byId =
        company.people().stream()
            .collect(Collectors.toMap(Person::externalId, Function.identity()));
    Set<Integer> depths = new HashSet<>();
    for (Person person : company.people()) {
      int depth = 0;
      for (Person p = person; !p.managerExternalId().isEmpty(); depth++) {
        p = byId.get(p.managerExternalId());
        assertThat(p).as("a manager of %s", person).isNotNull();
        assertThat(depth).isLessThan(10);
      }
      depths.add(depth);
    }
    assertThat(depths).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void whoeverHasReportsIsAManagerAndEverybodyIsAnEmployee() {
    assertThat(company.people()).allMatch(p -> p.has("employee"));
    assertThat(company.named("lukasz").roles()).contains("manager");
    assertThat(company.named("may").roles()).containsExactly("employee");
  }

  @Test
  void humanResourcesAreEmployeesOfTheirOwnUnitAndServeUnitsThatExist() {
    List<Person> partners = company.people().stream().filter(p -> p.has("hr")).toList();

    assertThat(partners).hasSizeGreaterThan(2).allMatch(p -> p.orgUnit().equals("people"));
    assertThat(partners).allMatch(p -> !p.hrUnits().isEmpty());
    Set<String> units = company.people().stream().map(Person::orgUnit).collect(Collectors.toSet());
    assertThat(partners.stream().flatMap(p -> p.hrUnits().stream()).collect(Collectors.toSet()))
        .isEqualTo(units);
    assertThat(company.people().stream().filter(p -> p.has("hr-lead"))).hasSize(1);
    assertThat(company.people().stream().filter(p -> p.has("auditor"))).hasSize(1);
  }

  @Test
  void userNamesAreTheFirstPartOfTheAddress() {
    assertThat(company.people()).allMatch(p -> p.email().equals(p.username() + "@linden.example"));
  }

  @Test
  void namesAreOfManyKinds() {
    List<String> names = company.people().stream().map(Person::name).toList();

    assertThat(company.people()).anyMatch(p -> p.familyName().isEmpty());
    assertThat(names)
        .anyMatch(n -> n.contains("'"))
        .anyMatch(n -> n.contains("’"))
        .anyMatch(n -> n.contains("-"))
        .anyMatch(n -> n.contains(","))
        .anyMatch(n -> n.length() > 60)
        .anyMatch(n -> n.codePoints().anyMatch(Character::isIdeographic))
        .anyMatch(n -> !StandardCharsets.ISO_8859_1.newEncoder().canEncode(n))
        .anyMatch(n -> !Normalizer.isNormalized(n, Normalizer.Form.NFD));
    assertThat(company.people())
        .extracting(Person::givenName)
        .contains("Will", "Grace", "May", "Mark");
  }

  @Test
  void aRoleForSomebodyWhoIsNotEmployedIsRefused() {
    CsvRow stranger =
        new CsvRow(
            Map.of("externalId", "L999", "username", "eve", "roles", "hr-lead", "hrOrgUnits", ""));

    assertThatThrownBy(() -> SampleCompany.of(rows, List.of(stranger)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("L999");
  }
}
