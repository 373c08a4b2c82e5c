package org.evenhand.review.growth.upward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveUpwardRound;
import org.evenhand.review.live.LogLines;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An attacker who holds everything that all readers and all other writers together can read, looks
 * before and after each step of a writer, and knows who sat at a keyboard when.
 */
@QuarkusTest
class UpwardAuthorsTest {

  private static final List<String> TEXTS =
      List.of("heron-asks-first", "heron-is-late", "heron-shares-praise", "heron-says-no");

  private Company company;
  private LiveCycle cycle;
  private LiveReview review;
  private LiveUpwardRound round;
  private List<Person> writers;
  private final Map<Person, String> ids = new HashMap<>();

  private final LogLines log = new LogLines();

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(log);
  }

  @BeforeEach
  void found() {
    company = Company.of(4);
    cycle = LiveCycle.open(company);
    review = cycle.reviewOf(company.lead);
    round = LiveUpwardRound.opened(company.chief, company.lead);
    writers = company.staff;
    Logger.getLogger("").addHandler(log);
  }

  @Test
  void n02NoReaderCanLinkATextToItsAuthorByFieldOrderTimeCountVersionOrLogBeforeOrAfterSharing() {
    nobodyLearnsBeforeTheRoundClosesThatSomebodyWrites();
    String reviewed = review.etag(company.chief);

    round.close();

    assertEquals(Set.copyOf(TEXTS), Set.copyOf(round.answers(company.chief, 1)));
    assertEquals(reviewed, review.etag(company.chief));
    nothingKeptNamesAWriter();
    nothingKeptHasATimeOrAnOrder();
    nothingLeftTheHouse();
    review.conclude(company.chief, 3);
    cycle.calibrate();
    cycle.share();
    assertEquals(Set.copyOf(TEXTS), Set.copyOf(round.answers(company.lead, 1)));
    nobodyIsNamedByWhatReadersAreShown();
    noLogHasATextOrTellsWhoWrote();
  }

  private void noLogHasATextOrTellsWhoWrote() {
    String logged = log.text();
    assertFalse(logged.contains("heron"), "a text");
    for (Person writer : writers) {
      for (String word : List.of(id(writer), writer.externalId())) {
        assertFalse(logged.contains(word), () -> word + " in the log");
      }
    }
  }

  private void nobodyLearnsBeforeTheRoundClosesThatSomebodyWrites() {
    Map<String, String> none = everythingThatAnybodyReadsBut(writers.get(0));
    round.write(writers.get(0), TEXTS.get(0)).then().statusCode(204);
    assertSame(none, everythingThatAnybodyReadsBut(writers.get(0)), "the first text");
    round.write(writers.get(1), TEXTS.get(1)).then().statusCode(204);
    round.write(writers.get(2), TEXTS.get(2)).then().statusCode(204);
    Person last = writers.get(3);
    Map<String, String> before = everythingThatAnybodyReadsBut(last);
    round.write(last, "a slip").then().statusCode(204);
    round.withdraw(last).then().statusCode(204);
    round.write(last, TEXTS.get(3)).then().statusCode(204);
    Map<String, String> after = everythingThatAnybodyReadsBut(last);
    assertSame(before, after, "the last text, written, taken back and written again");
    after.forEach(
        (what, text) ->
            assertEquals(
                what.startsWith("writer") && what.endsWith("answers"),
                text.contains("heron"),
                () -> what + ": " + text));
  }

  private void nothingKeptNamesAWriter() {
    assertEquals(0, Tables.count("upward_writer where round_id = '%s'".formatted(round.id())));
    assertEquals(0, Tables.count("duty where kind like 'UPWARD%'"));
    for (Person writer : writers) {
      String named = "'%" + id(writer) + "%'";
      for (String table : List.of("upward_round t", "upward_answer t", "due_work t")) {
        assertEquals(0, Tables.count(table + " where cast(t as text) like " + named), table);
      }
      assertEquals(
          0,
          Tables.count(
              "audit t where aggregate_type like 'upward%' and cast(t as text) like " + named));
      assertEquals(0, Tables.count("audit where actor = '" + id(writer) + "'"));
      assertEquals(
          0, Tables.count("idempotency where operation like '%UpwardAnswers " + round.id() + "%'"));
    }
  }

  private void nothingKeptHasATimeOrAnOrder() {
    // An id of chance is version 4; one made in order would be version 7, and hold the time.
    assertEquals(
        4,
        Tables.count(
            "upward_answer where round_id = '%s' and substr(cast(id as text), 15, 1) = '4'"
                .formatted(round.id())));
    assertEquals(
        0,
        Tables.count(
            "information_schema.columns where table_name in ('upward_answer', 'upward_round')"
                + " and data_type like 'time%'"));
    List<String> shown = round.answers(company.chief, 1);
    for (Person reader : List.of(company.hr, company.hrLead, company.chief)) {
      assertEquals(shown, round.answers(reader, 1), "one order for all, each time");
    }
  }

  private void nothingLeftTheHouse() {
    for (String topic : List.of("evenhand.development", "evenhand.internal.duties")) {
      Events.ofTest()
          .all(topic)
          .forEach(
              event -> {
                String told = event.key() + " " + event.value();
                assertFalse(told.contains("heron"), told);
                assertFalse(
                    told.contains(round.id())
                        && writers.stream().map(this::id).anyMatch(told::contains),
                    told);
              });
    }
    assertEquals(2, everythingTold().size(), "opened and closed");
  }

  private void nobodyIsNamedByWhatReadersAreShown() {
    for (Person reader : List.of(company.lead, company.chief, company.hr, company.hrLead)) {
      String shown = round.read(reader).asString();
      for (Person writer : writers) {
        for (String word : List.of(id(writer), writer.externalId(), writer.name())) {
          assertFalse(shown.contains(word), () -> word + " in " + shown);
        }
      }
      assertTrue(shown.contains("heron"), shown);
    }
    for (Person reader : List.of(company.lead, company.chief, company.hr, company.auditor)) {
      String trail = reader.ask().get(review.path() + "/trail").asString();
      writers.forEach(writer -> assertFalse(trail.contains(id(writer)), trail));
      // Whoever wrote first is named there; of the reviewee's reading that may be a peer.
      assertEquals(reader != company.lead, trail.contains("review.started"), trail);
    }
  }

  /** By reader and what they read, with the versions that it carries. */
  private Map<String, String> everythingThatAnybodyReadsBut(Person writer) {
    Map<String, Person> readers = new LinkedHashMap<>();
    readers.put("manager", company.lead);
    readers.put("line above", company.chief);
    readers.put("hr", company.hr);
    readers.put("hr-lead", company.hrLead);
    readers.put("auditor", company.auditor);
    writers.stream()
        .filter(other -> !other.equals(writer))
        .forEach(other -> readers.put("writer " + other.externalId(), other));
    Map<String, String> all = new TreeMap<>();
    readers.forEach(
        (name, reader) -> {
          read(all, name + " round", reader, round.path());
          read(all, name + " rounds", reader, "/v1/upward-rounds?limit=200");
          read(all, name + " answers", reader, round.path() + "/answers");
          read(all, name + " tasks", reader, "/v1/tasks?limit=200");
          read(all, name + " review", reader, review.path());
          read(all, name + " trail", reader, review.path() + "/trail");
        });
    all.put("events", everythingTold().toString());
    all.put("audit", Long.toString(Tables.count("audit where aggregate_type = 'upward-round'")));
    return all;
  }

  private List<String> everythingTold() {
    return Events.ofTest().all("evenhand.development").stream()
        .filter(event -> round.id().equals(event.key()))
        .map(event -> event.value())
        .toList();
  }

  private static void read(Map<String, String> all, String what, Person reader, String path) {
    Response answer = reader.ask().get(path);
    String body = answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    all.put(what, answer.statusCode() + " " + answer.header("ETag") + " " + body);
  }

  private static void assertSame(Map<String, String> before, Map<String, String> now, String why) {
    assertEquals(before.keySet(), now.keySet());
    before.forEach((what, text) -> assertEquals(text, now.get(what), () -> why + ": " + what));
  }

  private String id(Person person) {
    return ids.computeIfAbsent(person, LiveAppeal::idOf);
  }
}
