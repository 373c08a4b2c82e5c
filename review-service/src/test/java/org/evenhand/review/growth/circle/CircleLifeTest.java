package org.evenhand.review.growth.circle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCircle;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coaching circle, as its members and HR see it, and as lines change. */
@QuarkusTest
class CircleLifeTest {

  private Company company;
  private Person first;
  private Person second;
  private Person third;

  @BeforeEach
  void found() {
    company = Company.of(2);
    first = company.staff.get(0);
    second = company.staff.get(1);
    third = company.stranger;
  }

  @Test
  void threeJoinMeetAndOneLeaves() {
    LiveCircle circle = active();
    circle
        .post(first, "meeting", Map.of("day", Company.today().toString()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/day"));
    circle.post(first, "meeting/holding").then().statusCode(409);
    circle
        .post(first, "meeting", Map.of("day", Company.today().plusDays(9).toString()))
        .then()
        .statusCode(200)
        .body("nextMeeting.startsAt", notNullValue())
        .body("nextMeeting.locally", hasSize(3))
        .body("nextMeeting.locally.inNight", hasItems(false, false, false))
        .body("nextMeeting.locally.time", hasItems("09:00"));
    circle.post(second, "meeting/holding").then().statusCode(409);
    Tables.execute(
        "update coaching_circle set next_meeting = now() - interval '1 hour' where id = '%s'"
            .formatted(circle.id()));
    circle
        .post(second, "meeting/holding")
        .then()
        .statusCode(200)
        .body("meetingsHeld", equalTo(1))
        .body("nextMeeting", nullValue());
    circle
        .post(first, "meeting/cancellation", Map.of("meeting", "NEXT"))
        .then()
        .statusCode(409)
        .body("allowed", contains("planCircleMeeting"));
    circle
        .post(first, "meeting/cancellation", Map.of("meeting", "LAST"))
        .then()
        .statusCode(200)
        .body("meetingsHeld", equalTo(0))
        .body("actions", not(hasItem("cancelCircleMeeting")));
    circle.post(first, "meeting/cancellation", Map.of("meeting", "LAST")).then().statusCode(409);
    circle
        .post(first, "meeting", Map.of("day", Company.today().plusDays(9).toString()))
        .then()
        .statusCode(200);
    circle
        .post(first, "meeting/cancellation", Map.of("meeting", "NEXT"))
        .then()
        .statusCode(200)
        .body("nextMeeting", nullValue());
    circle.post(third, "closing").then().statusCode(409);
    circle.post(third, "departure").then().statusCode(200).body("state", equalTo("PAUSED"));
    circle.read(third).then().statusCode(404);
    circle.post(first, "closing").then().statusCode(200).body("state", equalTo("CLOSED"));
  }

  @Test
  void aCircleHasEightAndANinthIsNotAsked() {
    Company eight = Company.of(8);
    Person founder = eight.stranger;
    assertEquals(
        400, LiveCircle.found(founder, eight.staff.toArray(Person[]::new)).statusCode(), "nine");
    LiveCircle circle =
        LiveCircle.founded(founder, eight.staff.subList(0, 7).toArray(Person[]::new));
    Person ninth = eight.staff.get(7);
    Map<String, Object> asked = Map.of("employeeId", LiveAppeal.idOf(ninth));
    assertEquals(422, circle.post(founder, "invitations", asked).statusCode());
    circle.read(ninth).then().statusCode(404);

    circle.post(eight.staff.get(0), "departure").then().statusCode(200);
    assertEquals(200, circle.post(founder, "invitations", asked).statusCode(), "there is a place");
  }

  @Test
  void aMeetingThatTookPlaceIsRecordedAlsoWhenSomebodyHasLeftSince() {
    LiveCircle circle = active();
    circle
        .post(first, "meeting", Map.of("day", Company.today().plusDays(9).toString()))
        .then()
        .statusCode(200);
    Tables.execute(
        """
        update coaching_circle set next_meeting = now() - interval '1 hour',
          members = (select jsonb_agg(m || '{"joinedAt": "2026-01-01T00:00:00Z"}')
                     from jsonb_array_elements(members) m)
        where id = '%1$s'
        """
            .formatted(circle.id()));
    Map<String, Object> day = Map.of("day", Company.today().plusDays(19).toString());
    circle
        .post(first, "meeting", day)
        .then()
        .statusCode(409)
        .body("allowed", contains("holdCircleMeeting", "cancelCircleMeeting"));
    circle.post(third, "departure").then().statusCode(200);
    circle
        .read(first)
        .then()
        .body("state", equalTo("PAUSED"))
        .body("nextMeeting", notNullValue())
        .body("actions", hasItems("holdCircleMeeting", "cancelCircleMeeting"));
    circle.post(first, "closing").then().statusCode(409);
    circle
        .post(second, "meeting/holding")
        .then()
        .statusCode(200)
        .body("meetingsHeld", equalTo(1))
        .body("state", equalTo("PAUSED"));
    circle.post(first, "closing").then().statusCode(200);
  }

  @Test
  void ofTwoInLineTheOneWhoJoinedLaterLeavesAndTakesNoPlaceAnyMore() {
    LiveCircle circle = LiveCircle.founded(first, second, third);
    circle.post(third, "membership").then().statusCode(200);
    circle.post(second, "membership").then().statusCode(200).body("state", equalTo("ACTIVE"));

    takeIn(
        third.externalId()
            + ",,,,"
            + second.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");

    circle
        .read(second)
        .then()
        .statusCode(200)
        .body("membership", equalTo("IN_LINE"))
        .body("actions", contains("leaveCircle"));
    circle.read(third).then().body("membership", equalTo("JOINED")).body("members", hasSize(2));
    // nobody of whom the one who left is above, and who has no line to those who stayed
    circle.post(first, "invitations", invited(second)).then().statusCode(422);
    takeIn(
        third.externalId()
            + ",,,,"
            + company.chief.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");
    circle
        .post(first, "invitations", invited(second))
        .then()
        .statusCode(200)
        .body("members.membership", contains("JOINED", "JOINED", "INVITED"));
    circle.post(second, "membership").then().statusCode(200).body("state", equalTo("ACTIVE"));
  }

  private static Map<String, Object> invited(Person person) {
    return Map.of("employeeId", LiveAppeal.idOf(person));
  }

  @Test
  void hrSeesThatItExistsItsSizeAndMeetingsAndNotWho() {
    LiveCircle circle = active();
    String seen =
        circle
            .read(company.hr)
            .then()
            .statusCode(200)
            .body("size", equalTo(3))
            .body("meetingsHeld", equalTo(0))
            .body("state", equalTo("ACTIVE"))
            .body("members", nullValue())
            .body("membership", nullValue())
            .body("actions", empty())
            .extract()
            .asString();
    for (Person member : new Person[] {first, second, third}) {
      assertFalse(seen.contains(LiveAppeal.idOf(member)), seen);
      assertFalse(seen.contains(member.familyName()), seen);
    }
    assertFalse(seen.contains("viridian"), seen);
    circle.post(company.hrLead, "departure").then().statusCode(403);
    circle.read(company.lead).then().statusCode(404);
    assertEquals(
        0,
        Tables.count(
            "audit where aggregate_id = '%s' and content like '%%viridian%%'"
                .formatted(circle.id())));
  }

  @Test
  void nobodyIsInItWithALineToAnother() {
    refused("/invited/1", third, company.chief);
    LiveCircle.found(company.chief, second, third)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/invited/0", "/invited/1"));
    refused("/invited/1", second, second);
    LiveCircle circle = LiveCircle.founded(first, second, third);
    circle
        .post(first, "invitations", Map.of("employeeId", LiveAppeal.idOf(company.lead)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));
    circle
        .post(second, "invitations", Map.of("employeeId", LiveAppeal.idOf(company.hrLead)))
        .then()
        .statusCode(403);
    circle
        .post(first, "invitations", Map.of("employeeId", LiveAppeal.idOf(company.hrLead)))
        .then()
        .statusCode(200)
        .body("members.membership", contains("JOINED", "INVITED", "INVITED", "INVITED"));
  }

  private void refused(String pointer, Person... others) {
    LiveCircle.found(first, others)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains(pointer));
  }

  @Test
  void whoeverALineComesToIsToldAndTakesPartNoMore() {
    LiveCircle circle = active();

    takeIn(
        third.externalId()
            + ",,,,"
            + first.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");

    circle
        .read(third)
        .then()
        .statusCode(200)
        .body("membership", equalTo("IN_LINE"))
        .body("members", nullValue())
        .body("actions", contains("leaveCircle"));
    circle
        .read(first)
        .then()
        .body("state", equalTo("PAUSED"))
        .body(
            "members.person.id",
            containsInAnyOrder(LiveAppeal.idOf(first), LiveAppeal.idOf(second)));
    circle.post(third, "membership").then().statusCode(403);
    circle.post(third, "departure").then().statusCode(200);
    circle.read(third).then().statusCode(404);
  }

  @Test
  void whoeverLeavesTheCompanyIsInItNoMore() {
    LiveCircle circle = active();

    takeIn(Hris.row(third.externalId(), "TERMINATE", Company.today().toString()));

    circle.read(first).then().body("state", equalTo("PAUSED")).body("size", equalTo(2));
  }

  @Test
  void whoeverLeavesHasNoPlaceAnyMoreAlsoWhereTheyAreHiredAnewBeforeAnybodyLooks() {
    LiveCircle circle = active();

    takeIn(
        Company.leaves(third), company.rehire(third, company.chief, company.mark() + "-elsewhere"));

    circle.read(third).then().statusCode(404);
    circle.read(first).then().body("state", equalTo("PAUSED")).body("size", equalTo(2));
    circle.post(first, "invitations", invited(third)).then().statusCode(200);
    circle.post(third, "membership").then().statusCode(200).body("state", equalTo("ACTIVE"));
    takeIn(Company.stands(third, "ON_LEAVE", Company.today()));
    circle.read(third).then().body("membership", equalTo("JOINED"));
  }

  @Test
  void whoeverIsOnLeaveKeepsTheirPlaceAndNobodyIsToldByTheCircle() {
    LiveCircle circle = active();
    String before = circle.read(first).asString();

    takeIn(
        Company.stands(second, "ON_LEAVE", Company.today()),
        Company.stands(third, "ON_LEAVE", Company.today()));

    assertEquals(before, circle.read(first).asString());
    circle.read(third).then().statusCode(200).body("actions", hasItem("leaveCircle"));
    takeIn(Company.stands(third, "ACTIVE", Company.today()));
    assertEquals(before, circle.read(first).asString());
  }

  private LiveCircle active() {
    LiveCircle circle = LiveCircle.founded(first, second, third);
    circle.post(second, "membership").then().statusCode(200).body("state", equalTo("FORMING"));
    circle.post(third, "membership").then().statusCode(200).body("state", equalTo("ACTIVE"));
    circle.post(third, "membership").then().statusCode(403);
    return circle;
  }

  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
    Hris.followed();
  }
}
