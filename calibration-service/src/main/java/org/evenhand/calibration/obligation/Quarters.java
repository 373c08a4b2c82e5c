package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins each quarter once it has begun everywhere, and looks at all who lead somebody then. */
@ApplicationScoped
class Quarters implements DueTask {

  private static final String KIND = "calibration-quarter";

  private static final String OPEN =
      "select first_day from calibration_quarter where id = :id and begun_at is null for update";

  private static final String BEGUN =
      "update calibration_quarter set begun_at = :now where id = :id";

  private static final String NEXT =
      """
      insert into calibration_quarter (id, first_day) values (:id, :first)
      on conflict (first_day) do nothing
      """;

  private static final String IS_BEGUN =
      "select 1 from calibration_quarter where first_day = :first and begun_at is not null";

  private final Looks looks;
  private final WorkSpells spells;
  private final DueWork dueWork;
  private final Clock clock;

  Quarters(Looks looks, WorkSpells spells, DueWork dueWork, Clock clock) {
    this.looks = looks;
    this.spells = spells;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Whether anything is owed of it. */
  Uni<Boolean> isBegun(Mutiny.Session db, Quarter quarter) {
    return Rows.unflushed(db, IS_BEGUN).bind("first", quarter.first()).any();
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID id) {
    return Rows.unflushed(db, OPEN)
        .bind("id", id)
        .atMostOne(row -> Quarter.of(row.day("first_day")))
        .chain(
            found ->
                found
                    .map(quarter -> begin(db, id, quarter))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> begin(Mutiny.Session db, UUID id, Quarter quarter) {
    return db.createNativeQuery(BEGUN, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("id", id)
        .executeUpdate()
        .chain(() -> spells.forgetBefore(db, quarter.previous()))
        .chain(() -> looks.atAll(db))
        .chain(() -> expect(db, quarter.next()));
  }

  private Uni<Void> expect(Mutiny.Session db, Quarter quarter) {
    UUID id = Ids.next();
    return db.createNativeQuery(NEXT, new AffectedEntities())
        .setParameter("id", id)
        .setParameter("first", quarter.first())
        .executeUpdate()
        .chain(
            added ->
                added == 0
                    ? Uni.createFrom().voidItem()
                    : dueWork.schedule(db, KIND, id, quarter.beginsEverywhere()));
  }
}
