package org.evenhand.review.directory;

import static org.evenhand.review.directory.OrgRows.action;
import static org.evenhand.review.directory.OrgRows.hire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenhand.kit.web.Violation;
import org.junit.jupiter.api.Test;

class OrgRowReaderTest {

  @Test
  void namesEveryCellThatIsWrong() {
    var read =
        hire("E1")
            .without("familyName")
            .with("country", "Holland")
            .with("email", "nobody")
            .with("relationship", "SIDEWAYS")
            .with("effectiveFrom", "1.1.2020")
            .read();

    assertEquals(
        List.of("country", "effectiveFrom", "email", "familyName", "relationship"),
        read.violations().stream().map(Violation::column).sorted().toList());
    assertTrue(read.row().isEmpty());
  }

  @Test
  void refusesWhatOnlyTomorrowWillBe() {
    assertColumn("effectiveFrom", hire("E1").with("effectiveFrom", "2026-11-23"));
    assertTrue(hire("E1").with("effectiveFrom", "2026-11-22").read().row().isPresent());
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
    assertTrue(
        action("TERMINATE", "E1").with("employmentStatus", "TERMINATED").read().row().isPresent());
  }

  @Test
  void refusesControlCharactersAndWhatIsTooLong() {
    assertColumn("givenName", hire("E1").with("givenName", "Zo\u0007e"));
    assertColumn("orgUnit", hire("E1").with("orgUnit", "x".repeat(201)));
  }

  @Test
  void keepsWhatAChangeLeavesBlank() {
    Person known = new Person("Zoë", "Brontë", "zoe@linden.example", EmploymentStatus.ON_LEAVE);

    Person changed =
        action("CHANGE", "E1").with("familyName", "Nicholls").row().person().over(known);

    assertEquals(
        new Person("Zoë", "Nicholls", "zoe@linden.example", EmploymentStatus.ON_LEAVE), changed);
  }

  @Test
  void takesADashForNobodyAndNothing() {
    Person known = new Person("Zoë", "Brontë", "zoe@linden.example", EmploymentStatus.ACTIVE);
    OrgRow row = action("CHANGE", "E1").with("email", "-").with("managerExternalId", "-").row();

    assertEquals(null, row.person().over(known).email());
    assertTrue(row.managerTold());
    assertEquals(null, row.managerExternalId());
  }

  private static void assertColumn(String column, OrgRows row) {
    var read = row.read();
    assertEquals(List.of(column), read.violations().stream().map(Violation::column).toList());
    assertEquals(1L, read.violations().get(0).row());
  }
}
