package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The packaged service verifies its own audit. */
@ExtendWith(OneStack.class)
@ResourceLock(value = TestStack.REVIEW, mode = ResourceAccessMode.READ)
@Timeout(300)
class AuditTest {
  private static final String UNITS =
      "{\"orgUnits\": [{\"orgUnit\": \"mill\", \"from\": \"2026-01-01\"}]}";

  private final TestStack stack;

  AuditTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void verifyAuditPassesAndNamesTheEntryThatSomebodyChangedLater() throws Exception {
    People people = new People("audited", 2);
    stack.hris().takeIn("/v1/org-imports", people.hired());
    String employee = assign(people.id(0), people.id(1));

    Service.Said before = stack.review().command("verify-audit");
    assertThat(before.text()).containsPattern("[1-9][0-9]* entries, [0-9]+ seals: intact");
    assertThat(before.exitCode()).isZero();

    stack
        .reviewSql()
        .run("update audit set actor = 'somebody else' where aggregate_id = '" + employee + "'");

    Service.Said after = stack.review().command("verify-audit");
    assertThat(after.text())
        .contains("employee " + employee + " entry 1: was changed")
        .contains("NOT INTACT");
    assertThat(after.exitCode()).isEqualTo(1);
  }

  /** The lead of HR says which units a partner serves. Answers the partner's id. */
  private String assign(String lead, String partner) throws Exception {
    Door door = stack.lead(lead);
    String path = "/v1/hr-assignments/" + partner;
    String etag = door.get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> assigned = door.put(path, etag, UNITS);
    assertThat(assigned.statusCode()).as(assigned.body()).isEqualTo(200);
    return stack
        .reviewSql()
        .column("select cast(id as text) from employee where external_id = ?", partner)
        .get(0);
  }
}
