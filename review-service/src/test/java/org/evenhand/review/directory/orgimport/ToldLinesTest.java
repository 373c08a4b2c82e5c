package org.evenhand.review.directory.orgimport;

import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/** What our other services learn of who reports to whom. */
@QuarkusTest
class ToldLinesTest {

  private static final String DIRECTORY = "evenhand.internal.directory";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void tellsOfDottedLinesAndOfThoseOfASecondAssignmentUntilItEnds() throws Exception {
    takeIn(
        hire("TL1", "", "t-board"),
        hire("TL2", "TL1", "t-care"),
        hire("TL3", "TL1", "t-care"),
        hire("TL4", "TL1", "t-care"));
    takeIn(dotted("TL4", "TL3"));
    takeIn(
        hire("TL4", "TL2", "t-desk").replace("EMPLOYEE,,,2020-01-01", "EMPLOYEE,,A-2,2022-01-01"));

    JsonNode both = told("TL4", 3);
    assertEquals(id("TL1"), both.path("managerId").asText());
    assertEquals(id("TL2"), both.at("/furtherManagerIds/0").asText());
    assertEquals(id("TL3"), both.at("/dottedManagerIds/0").asText());

    takeIn("TL4" + ",".repeat(14) + "A-2,2026-01-01,TERMINATE");

    JsonNode one = told("TL4", 4);
    assertEquals(0, one.path("furtherManagerIds").size());
    assertEquals(1, one.path("dottedManagerIds").size());
  }

  @Test
  void tellsAnewOfThoseWhoseFurtherLinesWereNotToldAndOfNobodyElse() throws Exception {
    takeIn(hire("TM1", "", "t-board"), hire("TM2", "TM1", "t-care"), hire("TM3", "TM1", "t-care"));
    takeIn(dotted("TM3", "TM2"));
    told("TM3", 2);

    Tables.execute(
        "insert into due_work (kind, subject, due_at, try_at) values"
            + " ('lines-telling', '00000000-0000-0000-0000-000000000000', now(), now())");

    assertEquals(id("TM2"), told("TM3", 3).at("/dottedManagerIds/0").asText());
    assertEquals(1, events("TM2", 1).size());
  }

  private static String dotted(String externalId, String manager) {
    return row(externalId, "CHANGE", "2021-01-01")
        .replaceFirst(",{5}", ",,,,%s,DOTTED".formatted(manager));
  }

  private static String id(String externalId) {
    return Tables.text("id from employee where external_id = '%s'".formatted(externalId));
  }

  /** What is told of somebody once so much has been. */
  private static JsonNode told(String externalId, int times) throws Exception {
    List<ConsumerRecord<String, String>> events = events(externalId, times);
    assertEquals(times, events.size());
    EventSchemas.check(events.get(times - 1));
    return JSON.readTree(events.get(times - 1).value());
  }

  private static List<ConsumerRecord<String, String>> events(String externalId, int times) {
    String of = "\"externalId\":\"%s\"".formatted(externalId);
    return Events.ofTest().await(DIRECTORY, times, event -> event.value().contains(of));
  }
}
