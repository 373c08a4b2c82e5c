package org.evenhand.calibration.obligation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.data.quarter.QuarterFigures;
import org.evenhand.kit.data.quarter.ToldQuarter;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** In which quarter checks are counted, and each for itself. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class DutyQuarterFiguresTest {

  private static final String FIGURE = "duties CALIBRATION_CHECK";

  @Inject @All List<QuarterFigures> figures;
  @Inject Mutiny.SessionFactory factory;

  @Test
  void the_checks_of_a_quarter_that_ends_on_a_saturday_are_counted_in_it() {
    for (int at = 0; at < 5; at++) {
      owes("2028-07-01", 2, "2028-10-03", "WAIVED");
    }

    assertEquals(List.of("10 of 5: 0, 0, 10, 0"), told("2028-Q3"));
    assertEquals(List.of(), told("2028-Q4"));
  }

  @Test
  void of_two_checks_that_a_manager_owes_the_one_that_is_done_counts() {
    owes("2030-07-01", 2, "2030-10-01", "OVERDUE", "2030-09-12");
    owes("2030-07-01", 2, "2030-10-01", "DONE", "2030-09-12", "2030-10-04");
    owes("2030-07-01", 2, "2030-10-01", "WAIVED", "2030-09-30");
    owes("2030-07-01", 1, "2030-10-01", "DONE", "2030-08-01", "2030-08-02");
    owes("2030-07-01", 1, "2030-10-01", "ESCALATED");
    owes("2030-07-01", 0, "2030-10-01", "WAIVED");
    owes("2030-07-01", 2, "2030-10-01", "LAPSED", "2030-08-03");

    assertEquals(List.of("9 of 5: 5, 1, 1, 2"), told("2030-Q3"));
  }

  /** What a manager owes of a quarter, and when checks of it were noted. */
  private void owes(String quarter, int owed, String due, String state, String... noted) {
    UUID manager = UUID.randomUUID();
    UUID obligation = UUID.randomUUID();
    inTransaction(
        db ->
            run(
                    db,
                    "insert into calibration_obligation (id, version, manager_id, first_day,"
                        + " of_whole, owed, begun, begun_own, noted) values ('%s', 0, '%s',"
                        + " '%s', 2, %s, 0, 0, %s)",
                    obligation,
                    manager,
                    quarter,
                    owed,
                    noted.length)
                .chain(
                    () ->
                        run(
                            db,
                            "insert into duty (id, version, kind, side, subject, part, holder_id,"
                                + " since, due_on, due_at, state, step, closed_at) values"
                                + " (gen_random_uuid(), 0, 'CALIBRATION_CHECK', 'MANAGER', '%s',"
                                + " '', '%s', now(), date '%s' - 1, '%s', '%s', 0, case when '%s'"
                                + " in ('DONE', 'WAIVED', 'LAPSED') then now() end)",
                            obligation,
                            manager,
                            due,
                            due,
                            state,
                            state)));
    for (String day : noted) {
      inTransaction(
          db ->
              run(
                  db,
                  "insert into calibration_check (id, version, obligation_id, manager_id, kind,"
                      + " state, review_id, begun_at, noted_at) values (gen_random_uuid(), 1,"
                      + " '%s', '%s', 'PRECEDENT', 'NOTED', gen_random_uuid(), '%s', '%s')",
                  obligation,
                  manager,
                  day,
                  day));
    }
  }

  private static Uni<Integer> run(Mutiny.Session db, String sql, Object... values) {
    return db.createNativeQuery(sql.formatted(values)).executeUpdate();
  }

  private List<String> told(String quarter) {
    QuarterFigures source =
        figures.stream().filter(each -> each.names().contains(FIGURE)).findFirst().orElseThrow();
    List<OutboxEvent> events =
        inTransaction(
            db -> source.of(db, new ToldQuarter(UUID.randomUUID(), FIGURE, Quarter.of(quarter))));
    return events.stream()
        .flatMap(
            event ->
                Json.mapper()
                    .valueToTree(Objects.requireNonNull(event.data()))
                    .path("units")
                    .valueStream())
        .map(
            unit ->
                "%s of %s: %s, %s, %s, %s"
                    .formatted(
                        unit.path("owed"),
                        unit.path("holders"),
                        unit.path("inTime"),
                        unit.path("late"),
                        unit.path("waived"),
                        unit.path("open")))
        .toList();
  }

  private <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> factory.withTransaction(work));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
