package org.evenhand.analytics.quarterly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.Database;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** On which days the figures of a quarter are in everybody's calendar. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuarterReleasesTest {

  @Inject QuarterReleases releases;
  @Inject Mutiny.SessionFactory sessions;

  @Test
  void each_room_is_expected_a_month_after_the_present_quarter() throws Throwable {
    Quarter present = Quarter.of(LocalDate.now(ZoneOffset.UTC));

    for (String room : List.of("check-ins", "duties")) {
      assertEquals(List.of(present.toldOn()), days(room + " " + present.text()), room);
    }
  }

  @Test
  void all_kinds_of_a_room_are_one_release_on_the_day_on_which_the_last_was_published()
      throws Throwable {
    Database.change(
        """
        insert into quarter_part (room, kind, quarter, part, parts, units, taken_at) values
          ('DUTIES', 'QR-ONE', '2007-Q1', 1, 1, '[]', '2007-05-01 12:00:03Z'),
          ('DUTIES', 'QR-TWO', '2007-Q1', 1, 1, '[]', '2007-05-02 12:00:03Z'),
          ('DUTIES', 'QR-TORN', '2007-Q1', 1, 2, '[]', '2007-05-03 12:00:03Z'),
          ('DUTIES', 'QR-TORN', '2007-Q2', 1, 2, '[]', '2007-08-01 12:00:03Z')
        """);

    assertEquals(List.of(LocalDate.parse("2007-05-02")), days("duties 2007-Q1"));
    assertEquals(List.of(), days("duties 2007-Q2"));
  }

  private List<LocalDate> days(String key) throws Throwable {
    List<CalendarDate> dates =
        VertxContextSupport.subscribeAndAwait(
            () -> sessions.withTransaction(session -> releases.of(session, UUID.randomUUID())));
    return dates.stream()
        .filter(date -> date.key().equals(key))
        .map(date -> date.when().first())
        .toList();
  }
}
