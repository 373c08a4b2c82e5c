package org.evenhand.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a service knows of places and of who works where, from the topics of review-service. A
 * service extends it as a {@code @QuarkusTest}; records come over Kafka and are looked for in its
 * database.
 */
public abstract class PlaceContract {

  private static final String PLACES = "evenhand.internal.places";
  private static final String ZONE =
      "select calendar ->> 'zone' from site_calendar where work_location = ?";
  private static final String WORKPLACE = "select work_location from person where external_id = ?";

  private final Events events = Events.ofTest();
  private final String place = "Place " + UUID.randomUUID();

  /** Of the service. */
  protected abstract DataSource database();

  @Test
  void aCalendarIsKeptThenReplacedThenRemovedThenKeptAgain() {
    publish(place, 1, calendar(place, "Europe/Berlin"));
    await(ZONE, place, "Europe/Berlin");

    publish(place, 2, calendar(place, "Europe/Lisbon"));
    await(ZONE, place, "Europe/Lisbon");

    publish(place, 3, null);
    await(ZONE, place);

    publish(place, 4, calendar(place, "Europe/Paris"));
    await(ZONE, place, "Europe/Paris");
  }

  @Test
  void anOlderCalendarThatComesAgainBringsNothingBack() {
    publish(place, 1, calendar(place, "Europe/Berlin"));
    publish(place, 2, null);
    publish(place, 1, calendar(place, "Europe/Berlin"));
    publish(place, 3, calendar(place, "Europe/Paris"));
    publish(place, 2, null);
    publish(place, 2, calendar(place, "Europe/Lisbon"));
    publish(place, 4, calendar(place, "Europe/Rome"));

    await(ZONE, place, "Europe/Rome");
  }

  @Test
  void whatIsNoCalendarGoesToTheDeadLettersAndHoldsUpNothing() {
    String group = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    String unknown = place + " in no zone";
    String other = place + " by another name";
    String bare = place + " without a weekend";
    Set<String> broken =
        Stream.of(unknown, other, bare)
            .map(each -> id(each).toString())
            .collect(Collectors.toSet());

    publish(unknown, 1, calendar(unknown, "Europe/Atlantis"));
    publish(other, 1, calendar(place, "Europe/Berlin"));
    publish(bare, 1, "{\"workLocation\": \"" + bare + "\", \"zone\": \"Europe/Berlin\"}");
    publish(place, 1, calendar(place, "Europe/Berlin"));

    await(ZONE, place, "Europe/Berlin");
    assertEquals(
        3,
        events
            .await(PLACES + "." + group + ".dlq", 3, record -> broken.contains(record.key()))
            .size());
  }

  @Test
  void whereSomebodyWorksIsKnown() {
    UUID person = UUID.randomUUID();

    employ(person, 1, "Leeds");
    await(WORKPLACE, "P-" + person, "Leeds");
    employ(person, 2, place);
    await(WORKPLACE, "P-" + person, place);
  }

  private void employ(UUID person, long sequence, String workLocation) {
    events.publish(
        "evenhand.internal.directory",
        "org.evenhand.employee.recorded.v1",
        "/review-service",
        person.toString(),
        sequence,
        """
        {"employeeId": "%s", "externalId": "P-%1$s", "status": "ACTIVE", "orgUnit": "Unit",
         "jobLevel": "L1", "jobFamily": "Family", "workLocation": "%s", "country": "GB",
         "legalEntity": "Acme", "workerType": "EMPLOYEE", "hrUnits": []}
        """
            .formatted(person, workLocation));
  }

  private void publish(String subject, long sequence, @Nullable String json) {
    events.publish(
        PLACES,
        "org.evenhand.place.recorded.v1",
        "/review-service",
        id(subject).toString(),
        sequence,
        json);
  }

  private static UUID id(String place) {
    return UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
  }

  private static String calendar(String place, String zone) {
    return """
    {"workLocation": "%s", "zone": "%s", "weekend": ["SATURDAY", "SUNDAY"], "country": "DE",
     "exceptions": [{"date": "2026-12-24", "kind": "FREE"}], "laterField": 1}
    """
        .formatted(place, zone);
  }

  private void await(String sql, String parameter, String... expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertEquals(List.of(expected), column(sql, parameter)));
  }

  private List<String> column(String sql, String parameter) throws SQLException {
    try (var connection = database().getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      List<String> values = new ArrayList<>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          values.add(result.getString(1));
        }
      }
      return values;
    }
  }
}
