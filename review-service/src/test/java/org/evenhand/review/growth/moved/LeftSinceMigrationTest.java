package org.evenhand.review.growth.moved;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/** What an upgrade takes as seen of what was given before it. */
@QuarkusTest
class LeftSinceMigrationTest {

  private static final String UPGRADE = "/db/migration/V20261130060000__left_since.sql";

  @Test
  void ofAnOpenRequestItIsWhatIsSeenOfOneThatIsAskedNowAlsoWhereSomebodyWasOnceHiredAnew()
      throws Exception {
    Company company = Company.of(1);
    Person asked = company.stranger;
    Hris.takeIn(
        Company.leaves(asked), company.rehire(asked, company.chief, company.mark() + "-elsewhere"));
    Hris.followed();
    LiveFeedbackRequest request = LiveFeedbackRequest.asked(company.staff.get(0), asked, Map.of());
    String seen = "select status_seen from feedback_request where id = '" + request.id() + "'";
    long kept;
    long upgraded;
    try (Connection upgrade = Tables.transaction();
        Statement step = upgrade.createStatement()) {
      kept = number(step, seen);
      for (String each : upgrade("create function pg_temp.seen", "update feedback_request\n")) {
        step.execute(each);
      }
      upgraded = number(step, seen);
      upgrade.rollback();
    }
    assertEquals(kept, upgraded);
  }

  private static long number(Statement step, String query) throws Exception {
    try (ResultSet found = step.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** Its steps that speak of one of these; each ends its line. */
  private static List<String> upgrade(String... of) throws IOException {
    try (InputStream file = LeftSinceMigrationTest.class.getResourceAsStream(UPGRADE)) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      return Stream.of(all.split(";\n"))
          .filter(each -> Stream.of(of).anyMatch(each::contains))
          .toList();
    }
  }
}
