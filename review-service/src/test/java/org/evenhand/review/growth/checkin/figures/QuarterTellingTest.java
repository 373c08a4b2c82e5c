package org.evenhand.review.growth.checkin.figures;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What of the check-ins of a quarter leaves this service: numbers, once, and of nobody alone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuarterTellingTest {

  /** Nobody else's tests plan for that time. */
  private static final String QUARTER = "2019-Q3";

  private final UUID id = UUID.randomUUID();
  private Company company;
  private JsonNode told;
  private String words;

  /** Once: REST Assured knows the port from the first test on. */
  @BeforeEach
  void a_quarter_is_over() throws Exception {
    if (company == null) {
      company = Company.of(8);
      lived();
    }
  }

  private void lived() throws Exception {
    held(company.lead, 0);
    held(company.lead, 0);
    held(company.lead, 1);
    LiveCheckIn skipped = planned(2);
    skipped.post(company.lead, "skipping", Map.of("reason", "azure reason")).then().statusCode(200);
    LiveCheckIn missed = planned(3);
    LiveCheckIn excused = planned(4);
    planned(5);
    held(company.lead, 6);
    Stream.of(
            company.lead,
            company.dotted,
            company.hr,
            company.hrElsewhere,
            company.hrLead,
            company.stranger)
        .forEach(
            each -> LiveCheckIn.planned(company.chief, each).hold(each).then().statusCode(200));
    Hris.takeIn(status(company.staff.get(5), "ON_LEAVE"));
    Hris.followed();
    Tables.execute(
        """
        update check_in set state = 'MISSED', closed_at = now() where id = '%s';
        update check_in set state = 'SKIPPED', closed_at = now() where id = '%s';
        update check_in set planned_for = '2019-08-15' where employee_id in (
          select id from employee where external_id like '%s-%%');
        insert into check_in_quarter (id, first_day, told_at)
        values ('%s', '2019-07-01', null), (gen_random_uuid(), '2019-10-01', now())
        """
            .formatted(missed.id(), excused.id(), company.mark(), id));
    fallsDue();
    ConsumerRecord<String, String> event = events(1).get(0);
    EventSchemas.check(event);
    words = event.value();
    told = Json.mapper().readTree(words);
  }

  @Test
  void what_was_planned_is_what_was_held_skipped_or_missed_and_an_absence_was_nobodys_to_hold() {
    assertEquals(QUARTER, told.path("quarter").asText());
    assertEquals(1, told.path("parts").asInt());
    JsonNode care = told.at("/units/0");
    assertEquals(company.care(), care.path("unit").asText());
    assertEquals(
        "{\"held\":5,\"managers\":2,\"missed\":1,\"people\":6,\"planned\":7,\"skipped\":1}",
        without(care, "unit"));
  }

  @Test
  void units_of_fewer_than_five_people_are_told_together_without_their_names() {
    assertEquals(2, told.path("units").size());
    JsonNode smaller = told.at("/units/1");
    assertFalse(smaller.has("unit"));
    assertEquals(5, Tables.count(ofCompany("-elsewhere")) + Tables.count(ofCompany("-board")));
    assertEquals(5, smaller.path("people").asInt());
  }

  @Test
  void no_id_and_no_word_is_told() {
    assertFalse(words.contains("azure"), words);
    assertFalse(words.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*"), words);
  }

  @Test
  void a_quarter_is_told_once_however_often_it_falls_due_and_whatever_is_said_later() {
    fallsDue();

    assertEquals(1, events(1).size());
  }

  @Test
  void the_present_quarter_is_due_a_month_after_its_end() {
    assertEquals(
        1,
        Tables.count(
            """
            due_work d join check_in_quarter q on q.id = d.subject
            where d.kind = 'check-in-figures' and q.told_at is null
              and q.first_day = date_trunc('quarter', now() - interval '1 month 7 days')
              and d.due_at = (q.first_day + interval '4 months 12 hours') at time zone 'UTC'
            """));
  }

  private static String ofCompany(String unit) {
    return "check_in where planned_for = '2019-08-15' and org_unit like '%" + unit + "'";
  }

  private LiveCheckIn planned(int person) {
    return LiveCheckIn.planned(company.lead, company.staff.get(person));
  }

  private void held(Person who, int person) {
    planned(person).hold(who).then().statusCode(200);
  }

  private void fallsDue() {
    Tables.execute(
        """
        insert into due_work (kind, subject, due_at, try_at)
        values ('check-in-figures', '%s', now(), now())
        """
            .formatted(id));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Tables.count("due_work where subject = '%s'".formatted(id)) == 0);
  }

  private List<ConsumerRecord<String, String>> events(int least) {
    return Events.ofTest()
        .await("evenhand.internal.check-ins", least, event -> event.key().equals(id.toString()));
  }

  private static String status(Person who, String status) {
    return who.externalId() + ",".repeat(13) + status + ",," + Company.today() + ",CHANGE";
  }

  private static String without(JsonNode node, String field) {
    return Json.write(
        Json.mapper()
            .convertValue(
                node.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy().without(field),
                Map.class));
  }
}
