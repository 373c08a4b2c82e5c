package org.evenhand.calibration.obligation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
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

/** In which quarter checks are counted. */
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
      owesUntilTheMonday(UUID.randomUUID(), UUID.randomUUID());
    }

    assertEquals(List.of("5 of 5"), told("2028-Q3"));
    assertEquals(List.of(), told("2028-Q4"));
  }

  private void owesUntilTheMonday(UUID manager, UUID obligation) {
    inTransaction(
        db ->
            run(
                    db,
                    "insert into calibration_obligation (id, version, manager_id, first_day, owed,"
                        + " begun, begun_own, noted) values ('%s', 0, '%s', '2028-07-01', 2, 0, 0,"
                        + " 0)",
                    obligation,
                    manager)
                .chain(
                    () ->
                        run(
                            db,
                            "insert into duty (id, version, kind, side, subject, part, holder_id,"
                                + " since, due_on, due_at, state, step, closed_at) values"
                                + " (gen_random_uuid(), 0, 'CALIBRATION_CHECK', 'MANAGER', '%s',"
                                + " '', '%s', now(), '2028-10-02', '2028-10-03', 'WAIVED', 0,"
                                + " now())",
                            obligation,
                            manager)));
  }

  private static Uni<Integer> run(Mutiny.Session db, String sql, UUID... ids) {
    return db.createNativeQuery(sql.formatted((Object[]) ids)).executeUpdate();
  }

  private List<String> told(String quarter) {
    QuarterFigures source =
        figures.stream().filter(each -> each.names().contains(FIGURE)).findFirst().orElseThrow();
    List<OutboxEvent> events =
        inTransaction(
            db -> source.of(db, new ToldQuarter(UUID.randomUUID(), FIGURE, Quarter.of(quarter))));
    return events.stream()
        .flatMap(event -> Json.mapper().valueToTree(event.data()).path("units").valueStream())
        .map(unit -> unit.path("owed") + " of " + unit.path("holders"))
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
