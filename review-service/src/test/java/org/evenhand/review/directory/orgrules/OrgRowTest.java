package org.evenhand.review.directory.orgrules;

import static org.evenhand.review.directory.orgrules.OrgRows.action;
import static org.evenhand.review.directory.orgrules.OrgRows.hire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Person;
import org.junit.jupiter.api.Test;

class OrgRowTest {

  @Test
  void namesEveryCellThatIsWrong() {
    var faults =
        hire("E1")
            .without("givenName")
            .with("country", "Holland")
            .with("email", "nobody")
            .with("relationship", "SIDEWAYS")
            .with("effectiveFrom", "1.1.2020")
            .faults();

    assertEquals(
        List.of("country", "effectiveFrom", "email", "relationship"),
        faults.stream().map(Violation::column).sorted().toList());
  }

  @Test
  void namesEveryCellThatARowWhichDescribesSomebodyLacks() {
    assertEquals(
        List.of("givenName", "workerType"),
        hire("E1").without("givenName").without("workerType").faults().stream()
            .map(Violation::column)
            .toList());
    assertEquals(List.of(), action("CHANGE", "E1").faults());
  }

  @Test
  void takesPeopleWithOneName() {
    Person person = hire("E1").without("familyName").row().personOver(null);

    assertEquals("", person.familyName());
  }

  @Test
  void refusesWhatOnlyTomorrowWillBe() {
    assertColumn("effectiveFrom", hire("E1").with("effectiveFrom", "2026-11-23"));
    assertTrue(hire("E1").with("effectiveFrom", "2026-11-22").faults().isEmpty());
  }

  @Test
  void refusesAnImpossibleDay() {
    assertColumn("effectiveFrom", hire("E1").with("effectiveFrom", "2026-02-30"));
    assertColumn("effectiveFrom", hire("E1").with("effectiveFrom", "0026-01-01"));
  }

  @Test
  void refusesThatSomebodyManagesThemself() {
    assertColumn("managerExternalId", hire("E1").with("managerExternalId", "E1"));
  }

  @Test
  void endsAnEmploymentByTerminateAlone() {
    assertColumn("employmentStatus", hire("E1").with("employmentStatus", "TERMINATED"));
    assertColumn("employmentStatus", action("TERMINATE", "E1").with("employmentStatus", "ACTIVE"));
    assertTrue(action("TERMINATE", "E1").with("employmentStatus", "TERMINATED").faults().isEmpty());
  }

  @Test
  void refusesControlCharactersAndWhatIsTooLong() {
    assertColumn("givenName", hire("E1").with("givenName", "Zo\u0007e"));
    assertColumn("orgUnit", hire("E1").with("orgUnit", "x".repeat(201)));
  }

  @Test
  void keepsWhatAChangeLeavesBlank() {
    Person known = new Person("Zoë", "Brontë", "zoe@linden.example", EmploymentStatus.ON_LEAVE);

    Person changed = action("CHANGE", "E1").with("familyName", "Nicholls").row().personOver(known);

    assertEquals(
        new Person("Zoë", "Nicholls", "zoe@linden.example", EmploymentStatus.ON_LEAVE), changed);
  }

  @Test
  void takesADashForNobodyAndNothing() {
    Person known = new Person("Zoë", "Brontë", "zoe@linden.example", EmploymentStatus.ACTIVE);
    OrgRow row = action("CHANGE", "E1").with("email", "-").with("managerExternalId", "-").row();

    assertEquals(null, row.personOver(known).email());
    assertTrue(row.managerTold());
    assertEquals(Optional.empty(), row.manager());
  }

  @Test
  void aCountryIsOneOfIso3166AndAKeyHoldsNothingUnseen() {
    assertColumn("country", hire("E1").with("country", "UK"));
    assertColumn("country", hire("E1").with("country", "XX"));
    assertColumn("externalId", hire("E\u00a01"));
    assertColumn("orgUnit", hire("E1").with("orgUnit", "ca\u00adre"));
    assertColumn("managerExternalId", hire("E1").with("managerExternalId", "X\u200b1"));
  }

  private static void assertColumn(String column, OrgRows row) {
    var faults = row.faults();
    assertEquals(List.of(column), faults.stream().map(Violation::column).toList());
    assertEquals(1L, faults.get(0).row());
  }
}
