package org.evenhand.kit.data.calendar;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyRule;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What a person owes or looks after by name, by kind and day: a manager's forty reviews of one day
 * are one entry. What their role owes is in their tasks alone: a role is known by its token, and a
 * feed is read without one.
 */
@Singleton
class DutyDates implements CalendarSource {

  private static final String OPEN =
      """
      select d.kind, d.due_on, count(*) as duties, min(cast(d.subject as text)) as subject,
        min(d.part) as part
      from duty d
      where d.closed_at is null
        and (d.holder_id = :person
          or d.responsible_id = :person and d.kind <> all (cast(:confidential as text[])))
        and d.kind = any (cast(:kinds as text[]))
      group by d.kind, d.due_on
      """;

  private final Map<String, DutyKind> kinds;

  DutyDates(@All List<DutyRule> rules) {
    this.kinds =
        rules.stream()
            .map(DutyRule::kinds)
            .flatMap(Collection::stream)
            .filter(kind -> !kind.isSecret())
            .collect(Collectors.toMap(DutyKind::name, Function.identity()));
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return kinds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Rows.unflushed(session, OPEN)
            .bind("person", person)
            .bind("kinds", kinds.keySet().toArray(String[]::new))
            .bind("confidential", confidential())
            .list(this::date);
  }

  private String[] confidential() {
    return kinds.values().stream()
        .filter(DutyKind::isConfidential)
        .map(DutyKind::name)
        .toArray(String[]::new);
  }

  private CalendarDate date(Row row) {
    DutyKind kind = Objects.requireNonNull(kinds.get(row.text("kind")));
    long duties = row.bigint("duties");
    return of(
        kind,
        row.day("due_on").toString(),
        When.on(row.day("due_on")),
        duties == 1 ? kind.path(UUID.fromString(row.text("subject")), row.text("part")) : null,
        duties);
  }

  /** Several have their tasks as the subject. */
  static CalendarDate of(DutyKind kind, String key, When when, @Nullable String only, long duties) {
    return new CalendarDate(
        kind.name(),
        key,
        when,
        only == null ? "/v1/tasks?kind=" + kind.name() : only,
        kind.operations(),
        duties);
  }
}
