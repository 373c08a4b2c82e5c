package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Duty.Course;
import org.evenhand.kit.data.duty.Duty.Deadline;
import org.evenhand.kit.data.duty.Duty.Matter;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The duties of a service as rows. */
@ApplicationScoped
class DutyRows {

  static final String COLUMNS =
      """
      d.id, d.version, d.kind, d.side, d.subject, d.part, d.holder_id, d.holder_role, d.holder_unit,
      d.about, d.place, d.since, d.due_on, d.due_at, d.next_at, d.state, d.step,
      d.responsible_id, d.responsible_role, d.responsible_unit, d.closed_at
      """;

  private static final String OF_SUBJECTS =
      "select "
          + COLUMNS
          + """
          from duty d
          where d.subject in (select cast(s as uuid) from jsonb_array_elements_text(
              cast(cast(:subjects as text) as jsonb)) s)
            and d.kind in (select jsonb_array_elements_text(cast(cast(:kinds as text) as jsonb)))
          order by d.id for update
          """;

  private static final String ONE =
      "select "
          + COLUMNS
          + " from duty d where d.id = :id and d.kind = any (cast(:kinds as text[]))";

  /** Whoever comes first takes some of them; another instance takes others. */
  private static final String FALLEN_DUE =
      "select "
          + COLUMNS
          + """
          from duty d where d.next_at <= :now and d.kind = any (cast(:kinds as text[]))
          order by d.next_at, d.id
          limit %d for update skip locked
          """;

  private static final String WRITE =
      """
      insert into duty (id, version, kind, side, subject, part, holder_id, holder_role, holder_unit,
        about, place, since, due_on, due_at, next_at, state, step, responsible_id, responsible_role,
        responsible_unit, closed_at)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as (
        id uuid, version bigint, kind text, side text, subject uuid, part text, holder_id uuid,
        holder_role text, holder_unit text, about uuid, place text, since timestamptz, due_on date,
        due_at timestamptz, next_at timestamptz, state text, step int, responsible_id uuid,
        responsible_role text, responsible_unit text, closed_at timestamptz)
      on conflict (id) do update set version = excluded.version, holder_id = excluded.holder_id,
        holder_role = excluded.holder_role, holder_unit = excluded.holder_unit,
        about = excluded.about, place = excluded.place, since = excluded.since,
        due_on = excluded.due_on, due_at = excluded.due_at, next_at = excluded.next_at,
        state = excluded.state, step = excluded.step, responsible_id = excluded.responsible_id,
        responsible_role = excluded.responsible_role, responsible_unit = excluded.responsible_unit,
        closed_at = excluded.closed_at
      """;

  private final DutyKinds kinds;

  DutyRows(DutyKinds kinds) {
    this.kinds = kinds;
  }

  /** All that the subjects ever gave rise to, of these kinds, and held until the commit. */
  Uni<List<Duty>> ofSubjects(
      Mutiny.Session session, Collection<UUID> subjects, Collection<String> of) {
    return Rows.unflushed(session, OF_SUBJECTS)
        .bind("subjects", Json.write(subjects))
        .bind("kinds", Json.write(of))
        .list(this::read);
  }

  Uni<Optional<Duty>> find(Mutiny.Session session, UUID id) {
    return one(session, ONE, id);
  }

  /** Held until the commit. */
  Uni<Optional<Duty>> hold(Mutiny.Session session, UUID id) {
    return one(session, ONE + " for update", id);
  }

  private Uni<Optional<Duty>> one(Mutiny.Session session, String sql, UUID id) {
    return Rows.unflushed(session, sql)
        .bind("id", id)
        .bind("kinds", kinds.names())
        .atMostOne(this::read);
  }

  Uni<List<Duty>> fallenDue(Mutiny.Session session, Instant now, int most) {
    return Rows.unflushed(session, FALLEN_DUE.formatted(most))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("kinds", kinds.names())
        .list(this::read);
  }

  Uni<Void> write(Mutiny.Session session, List<Duty> duties) {
    return duties.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(WRITE, new AffectedEntities())
            .setParameter("rows", Json.write(duties.stream().map(Written::of).toList()))
            .executeUpdate()
            .replaceWithVoid();
  }

  Duty read(Row row) {
    int step = row.integer("step");
    return new Duty(
        row.uuid("id"),
        row.bigint("version"),
        new Matter(
            kinds.named(row.text("kind")),
            row.constant("side", Side.class),
            row.uuid("subject"),
            row.text("part"),
            row.orNull("place", Row::text),
            row.instant("since")),
        holder(row, "holder"),
        row.orNull("about", Row::uuid),
        new Deadline(row.day("due_on"), row.instant("due_at")),
        new Course(
            row.constant("state", DutyState.class),
            step,
            step == 0 ? null : holder(row, "responsible"),
            row.orNull("next_at", Row::instant),
            row.orNull("closed_at", Row::instant)));
  }

  private static Holder holder(Row row, String who) {
    return new Holder(
        row.orNull(who + "_id", Row::uuid),
        row.orNull(who + "_role", Row::text),
        row.orNull(who + "_unit", Row::text));
  }

  /** A row as the statement is told of it; its names are the columns'. */
  private record Written(
      UUID id,
      long version,
      String kind,
      Side side,
      UUID subject,
      String part,
      @Nullable UUID holder_id,
      @Nullable String holder_role,
      @Nullable String holder_unit,
      @Nullable UUID about,
      @Nullable String place,
      Instant since,
      LocalDate due_on,
      Instant due_at,
      @Nullable Instant next_at,
      DutyState state,
      int step,
      @Nullable UUID responsible_id,
      @Nullable String responsible_role,
      @Nullable String responsible_unit,
      @Nullable Instant closed_at) {

    static Written of(Duty duty) {
      Matter matter = duty.matter();
      Holder holder = duty.holder();
      Course course = duty.course();
      Holder too = course.responsible() == null ? Holder.VACANT : course.responsible();
      return new Written(
          duty.id(),
          duty.version(),
          matter.kind().name(),
          matter.side(),
          matter.subject(),
          matter.part(),
          holder.person(),
          holder.role(),
          holder.unit(),
          duty.about(),
          matter.place(),
          matter.since(),
          duty.deadline().on(),
          duty.deadline().at(),
          course.nextAt(),
          course.state(),
          course.step(),
          too.person(),
          too.role(),
          too.unit(),
          course.closedAt());
    }
  }
}
