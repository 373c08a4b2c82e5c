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
class CheckInFiguresTest {

  /** Nobody else's tests plan for that time. */
  private static final String QUARTER = "2019-Q3";

  private static final String NORTH = "-care-north";

  private final UUID id = UUID.randomUUID();
  private final UUID smaller = UUID.randomUUID();
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
    Hris.takeIn(
        Stream.concat(Stream.of(company.lead), company.staff.stream())
            .map(each -> movesTo(each, company.mark() + NORTH))
            .toArray(String[]::new));
    Hris.followed();
    Tables.execute(
        """
        update check_in set state = 'MISSED', closed_at = now() where id = '%s';
        update check_in set state = 'SKIPPED', closed_at = now() where id = '%s';
        update check_in set planned_for = '2019-08-15' where employee_id in (
          select id from employee where external_id like '%s-%%');
        insert into told_quarter (id, figure, first_day, told_at)
        values ('%s', 'check-ins', '2019-07-01', null),
          (gen_random_uuid(), 'check-ins', '2019-10-01', now())
        """
            .formatted(missed.id(), excused.id(), company.mark(), id));
    words = told(id);
    told = Json.mapper().readTree(words);
  }

  private String told(UUID quarter) {
    fallsDue(quarter);
    ConsumerRecord<String, String> event = events(quarter, 1).get(0);
    EventSchemas.check(event);
    return event.value();
  }

  @Test
  void what_was_planned_is_what_was_held_skipped_or_missed_and_an_absence_was_nobodys_to_hold() {
    assertEquals(QUARTER, told.path("quarter").asText());
    assertEquals(1, told.path("parts").asInt());
    assertEquals(
        "{\"held\":5,\"missed\":1,\"others\":1,\"people\":6,\"planned\":7,\"skipped\":1}",
        without(told.at("/units/0"), "unit"));
  }

  @Test
  void a_unit_that_was_renamed_since_they_were_planned_counts_under_its_new_name() {
    assertEquals(company.mark() + NORTH, told.at("/units/0/unit").asText());
  }

  /** Who is missing in the sum would follow from the duties of the whole company. */
  @Test
  void where_the_small_units_are_fewer_than_five_people_together_the_next_one_joins_them()
      throws Exception {
    Tables.execute(
        """
        insert into check_in
        select (jsonb_populate_record(c, jsonb_build_object(
          'id', gen_random_uuid(), 'planned_for', '2018-08-15'))).*
        from check_in c join assignment a on a.id = c.assignment_id
        where c.planned_for = '2019-08-15' and c.state in ('HELD', 'MISSED')
          and a.org_unit in ('%1$s-care-north', '%1$s-board');
        insert into told_quarter (id, figure, first_day, told_at)
        values ('%2$s', 'check-ins', '2018-07-01', null),
          (gen_random_uuid(), 'check-ins', '2018-10-01', now())
        """
            .formatted(company.mark(), smaller));

    JsonNode units = Json.mapper().readTree(told(smaller)).path("units");

    assertEquals(1, units.size());
    assertEquals(
        "{\"held\":6,\"missed\":1,\"others\":2,\"people\":6,\"planned\":7,\"skipped\":0}",
        Json.write(Json.mapper().convertValue(units.get(0), Map.class)));
  }

  @Test
  void units_of_fewer_than_five_people_are_told_together_without_their_names() {
    assertEquals(2, told.path("units").size());
    JsonNode together = told.at("/units/1");
    assertFalse(together.has("unit"));
    assertEquals(5, Tables.count(ofCompany("-elsewhere")) + Tables.count(ofCompany("-board")));
    assertEquals(5, together.path("people").asInt());
    assertEquals(0, together.path("others").asInt(), "all with the chief");
  }

  @Test
  void no_id_and_no_word_is_told() {
    assertFalse(words.contains("azure"), words);
    assertFalse(words.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*"), words);
  }

  @Test
  void a_quarter_is_told_once_however_often_it_falls_due_and_whatever_is_said_later() {
    fallsDue(id);

    assertEquals(1, events(id, 1).size());
  }

  @Test
  void the_present_quarter_is_due_a_month_after_its_end() {
    assertEquals(
        1,
        Tables.count(
            """
            due_work d join told_quarter q on q.id = d.subject
            where d.kind = 'quarter-figures' and q.figure = 'check-ins' and q.told_at is null
              and q.first_day = date_trunc('quarter', now() - interval '1 month 7 days')
              and d.due_at = (q.first_day + interval '4 months 12 hours') at time zone 'UTC'
            """));
  }

  private String ofCompany(String unit) {
    return """
    check_in c join assignment a on a.id = c.assignment_id
    where c.planned_for = '2019-08-15' and a.org_unit = '%s'
    """
        .formatted(company.mark() + unit);
  }

  private LiveCheckIn planned(int person) {
    return LiveCheckIn.planned(company.lead, company.staff.get(person));
  }

  private void held(Person who, int person) {
    planned(person).hold(who).then().statusCode(200);
  }

  private static void fallsDue(UUID quarter) {
    Tables.execute(
        """
        insert into due_work (kind, subject, due_at, try_at)
        values ('quarter-figures', '%s', now(), now())
        """
            .formatted(quarter));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Tables.count("due_work where subject = '%s'".formatted(quarter)) == 0);
  }

  private static List<ConsumerRecord<String, String>> events(UUID quarter, int least) {
    return Events.ofTest()
        .await(
            "evenhand.internal.check-ins", least, event -> event.key().equals(quarter.toString()));
  }

  private static String status(Person who, String status) {
    return who.externalId() + ",".repeat(13) + status + ",," + Company.today() + ",CHANGE";
  }

  private static String movesTo(Person who, String unit) {
    return who.externalId() + ",".repeat(6) + unit + ",".repeat(9) + Company.today() + ",CHANGE";
  }

  private static String without(JsonNode node, String field) {
    return Json.write(
        Json.mapper()
            .convertValue(
                node.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy().without(field),
                Map.class));
  }
}
