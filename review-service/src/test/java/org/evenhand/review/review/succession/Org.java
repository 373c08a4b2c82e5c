package org.evenhand.review.review.succession;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;

/** Rows that the HRIS sends while a cycle runs, and what follows from them. */
final class Org {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Org() {}

  static String moves(Person person, Person under) {
    return person.externalId()
        + ",,,,"
        + under.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  static String onLeave(Person person) {
    return status(person, "ON_LEAVE");
  }

  static String atWork(Person person) {
    return status(person, "ACTIVE");
  }

  static String leaves(Person person) {
    return Hris.row(person.externalId(), "TERMINATE", Company.today().toString());
  }

  private static String status(Person person, String status) {
    return person.externalId() + ",".repeat(13) + status + ",," + Company.today() + ",CHANGE";
  }

  /** Takes the rows in, and waits until all that follows from them has been done. */
  static void takeIn(String... rows) {
    Hris.takeIn(rows);
    awaitLook();
  }

  static void awaitLook() {
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "due_work where kind = '"
                            + Succession.KIND
                            + "' and subject not in (select id from delegation)")
                    == 0);
  }
}
