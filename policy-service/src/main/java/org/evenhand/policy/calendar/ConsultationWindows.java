package org.evenhand.policy.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.version.Consultation;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The time in which everybody can comment on a draft: up to the first day, in UTC, on which signing
 * can begin.
 */
@Singleton
class ConsultationWindows implements CalendarSource {

  private static final String OPENED =
      """
      select v.id, v.policy_id, v.number, v.state = 'CONSULTATION' as open,
        cast(v.consultation as text) as consultation
      from policy_version v
      where v.consultation is not null and v.state not in ('DRAFT', 'WITHDRAWN')
      """;

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Rows.of(session, OPENED).list(ConsultationWindows::window);
  }

  private static CalendarDate window(Row row) {
    Consultation consultation = row.json("consultation", Consultation.class);
    return new CalendarDate(
        "CONSULTATION",
        row.uuid("id").toString(),
        When.on(day(consultation.openedAt()), day(consultation.signOffFrom())),
        new VersionAddress(row.uuid("policy_id"), row.integer("number")).uri().toString(),
        row.flag("open") ? List.of("addComment") : List.of(),
        1);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
