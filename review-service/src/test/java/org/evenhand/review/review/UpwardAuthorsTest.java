package org.evenhand.review.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An attacker who holds everything that all readers together can read, looks after each text from
 * below, and knows who sat at a keyboard when.
 */
@QuarkusTest
class UpwardAuthorsTest {

  private static final List<String> TEXTS = List.of("Asks us first", "Is late", "Shares praise");

  @Inject TestClock clock;

  private Company company;
  private LiveCycle cycle;
  private LiveReview review;
  private List<Person> authors;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  private void opened(int staff) {
    company = Company.of(staff);
    cycle = LiveCycle.open(company);
    review = cycle.reviewOf(company.lead);
    authors = company.staff.subList(0, 3);
    assertEquals(List.of("review.opened"), new Told(cycle).of(Told.INTERNAL, review.id(), 1));
  }

  @Test
  void noReaderCanLinkATextFromBelowToItsAuthor() {
    opened(5);
    authors.forEach(this::ask);
    Map<String, String> before = everythingThatAnybodyReads();

    write(authors.get(0), TEXTS.get(0));
    assertEquals(before, everythingThatAnybodyReads(), "nothing moves with a text");
    write(authors.get(1), "A slip");
    write(authors.get(1), TEXTS.get(1));
    assertEquals(before, everythingThatAnybodyReads(), "nor with the next, nor with a correction");
    ownIsShownToItsAuthorAlone();
    write(authors.get(2), TEXTS.get(2));

    shownTogether();
    nothingElseHasMoved(before);
    oneMoreAloneStaysHidden();
    namesNobodyAlsoAfterSharing();
    whatACourtCouldAskIsReadByNoApi();
  }

  @Test
  void fewerThanThreeAreNeverShownAndTheRoundEndsWithItsDay() {
    opened(5);
    company.staff.subList(0, 4).forEach(this::ask);
    write(authors.get(0), TEXTS.get(0));
    write(authors.get(1), TEXTS.get(1));
    clock.advance(Duration.ofDays(9));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> cycle.read(company.hr).path("exceptions.milestone") != null);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> cycle.read(company.hr).<List<String>>path("exceptions.milestone").size() == 1);
    assertEquals(List.of(), upward(company.chief));

    write(authors.get(2), TEXTS.get(2));
    assertEquals(List.of(), upward(company.chief), "the fourth has not written");
    review.conclude(company.chief, 3);
    assertEquals(Set.copyOf(TEXTS), Set.copyOf(upward(company.chief)));
  }

  private void ask(Person author) {
    review
        .post(
            company.chief,
            "invitations",
            Map.of("type", "UPWARD", "employeeExternalId", author.externalId()))
        .then()
        .statusCode(200);
  }

  private void write(Person author, String text) {
    review.contribute(author, "UPWARD", "below", text).then().statusCode(200);
  }

  private List<String> upward(Person reader) {
    return review
        .read(reader)
        .path("contributions.findAll { it.type == 'UPWARD' }.answers.flatten().text");
  }

  private void ownIsShownToItsAuthorAlone() {
    assertEquals(List.of(TEXTS.get(1)), upward(authors.get(1)));
    assertEquals(List.of(TEXTS.get(0)), upward(authors.get(0)));
    authors.get(0).ask().get("/v1/tasks?kind=UPWARD_VIEW").then().body("items.size()", equalTo(0));
    authors.get(2).ask().get("/v1/tasks?kind=UPWARD_VIEW").then().body("items.size()", equalTo(1));
  }

  /** All at once, of one day, and no longer to their authors as theirs. */
  private void shownTogether() {
    Response seen = review.read(company.chief);
    assertEquals(Set.copyOf(TEXTS), Set.copyOf(upward(company.chief)));
    String views = "contributions.findAll { it.type == 'UPWARD' }";
    Set<String> times = Set.copyOf(seen.<List<String>>path(views + ".writtenAt"));
    assertEquals(1, times.size(), times::toString);
    assertTrue(times.iterator().next().endsWith("T00:00:00Z"), times::toString);
    seen.then().body(views + ".author", not(hasItem(org.hamcrest.Matchers.notNullValue())));
    assertEquals(List.of(), upward(authors.get(0)));
    assertEquals(List.of(), upward(company.lead), "the reviewee reads none");
    authors.get(0).ask().get("/v1/tasks?kind=UPWARD_VIEW").then().body("items.size()", equalTo(0));
    // In an order of chance: version 4 of UUID, where one made in order would be version 7.
    assertEquals(
        3,
        Tables.count(
            "upward_text where review_id = '%s' and substr(id::text, 15, 1) = '4'"
                .formatted(review.id())));
    assertEquals(
        0,
        Tables.count(
            "upward_view where review_id = '%s' and answers is not null".formatted(review.id())));
  }

  private void nothingElseHasMoved(Map<String, String> before) {
    Map<String, String> now = everythingThatAnybodyReads();
    before.forEach(
        (what, text) -> {
          boolean shown = what.endsWith(" review");
          assertEquals(
              shown ? versionOf(text) : text,
              shown ? versionOf(now.get(what)) : now.get(what),
              what);
        });
  }

  /** Asked beside those who have written, somebody alone would stand out. */
  private void oneMoreAloneStaysHidden() {
    ask(company.staff.get(3));
    write(company.staff.get(3), "Only one can have said this");
    assertEquals(3, upward(company.chief).size());
  }

  private void namesNobodyAlsoAfterSharing() {
    review.conclude(company.chief, 3);
    cycle.calibrate();
    cycle.share();
    assertEquals(3, upward(company.chief).size());
    company
        .lead
        .ask()
        .get(review.path() + "/trail")
        .then()
        .statusCode(200)
        .body("steps.find { it.action == 'review.started' }.actor", equalTo(id(company.chief)));
    List<String> ids = new ArrayList<>();
    company
        .staff
        .subList(0, 4)
        .forEach(one -> ids.addAll(List.of(id(one), one.externalId(), one.name())));
    everythingThatAnybodyReads()
        .forEach(
            (what, text) -> {
              for (String named : ids) {
                assertFalse(
                    what.matches(".* (review|trail|list|cycle)") && text.contains(named),
                    () -> what + ": " + text);
              }
            });
    assertEquals(
        List.of(
            "review.opened",
            "review.started",
            "review.submitted",
            "rating.not-calibrated",
            "review.shared"),
        new Told(cycle).of(Told.INTERNAL, review.id(), 5));
  }

  private void whatACourtCouldAskIsReadByNoApi() {
    String entry =
        "audit where aggregate_type = 'upward-view' and aggregate_id = '%s'".formatted(review.id());
    assertEquals(1, Tables.count(entry));
    assertEquals(
        1, Tables.count(entry + " and actor = 'review-service' and content like '%digest%'"));
    for (Person author : authors) {
      assertEquals(0, Tables.count(entry + " and content like '%" + id(author) + "%'"));
    }
  }

  /** By reader and what they read, with the versions that it carries. */
  private Map<String, String> everythingThatAnybodyReads() {
    Map<String, String> all = new TreeMap<>();
    Map<String, Person> readers =
        Map.of(
            "reviewer", company.chief,
            "reviewee", company.lead,
            "hr", company.hr,
            "hr-lead", company.hrLead,
            "auditor", company.auditor,
            "stranger", company.stranger,
            "peer of the writers", company.staff.get(4));
    readers.forEach(
        (name, reader) -> {
          read(all, name + " review", reader, review.path());
          read(all, name + " trail", reader, review.path() + "/trail");
          read(all, name + " cycle", reader, cycle.path());
          read(all, name + " exceptions", reader, cycle.path() + "/exceptions");
          read(all, name + " me", reader, "/v1/me");
          all.put(
              name + " list",
              reader
                  .ask()
                  .get("/v1/reviews?limit=200&cycle=" + company.mark())
                  .jsonPath()
                  .getString("items.findAll { it.id == '" + review.id() + "' }"));
        });
    all.put(
        "everybody's events",
        new Told(cycle)
            .all(Told.INTERNAL).stream()
                .filter(event -> review.id().equals(event.key()))
                .map(event -> event.value())
                .toList()
                .toString());
    return all;
  }

  private static void read(Map<String, String> all, String what, Person reader, String path) {
    Response answer = reader.ask().get(path);
    String body = answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    all.put(what, answer.statusCode() + " " + answer.header("ETag") + " " + body);
  }

  /** The status and the ETag, without the body. */
  private static String versionOf(String read) {
    return read.substring(0, read.indexOf(' ', 4));
  }

  private static String id(Person person) {
    return Hris.asHris().get("/v1/employees?q=" + person.externalId()).path("items[0].id");
  }
}
