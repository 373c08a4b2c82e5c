package org.evenhand.kit.data.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A date of a person's calendar.
 *
 * @param first the first day; absent where it is at hours
 * @param start the first moment; absent where it is on whole days
 */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000121", "kind": "SELF_REVIEW",
         "first": "2026-12-04", "last": "2026-12-04",
         "subject": "/v1/reviews/019a8c1e-6f00-7000-8000-000000000112",
         "operations": ["putContribution"], "count": 1, "state": "CONFIRMED", "sequence": 0,
         "changedAt": "2026-11-20T09:30:00Z"}
        """)
public record CalendarEntry(
    UUID id,
    String kind,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable String zone,
    @Nullable String subject,
    List<String> operations,
    long count,
    EntryState state,
    long sequence,
    Instant changedAt) {

  /** The first day, the kind, the id; the gateway merges in the same order. */
  static final Comparator<Telling.Next> ORDER =
      Comparator.comparing((Telling.Next next) -> next.told().content().when().firstDay())
          .thenComparing(next -> next.told().content().kind())
          .thenComparing(next -> next.told().id().toString());

  static CalendarEntry of(Telling.Next next) {
    Told told = next.told();
    When when = told.content().when();
    ZoneId zone = when.zone();
    return new CalendarEntry(
        told.id(),
        told.content().kind(),
        when.first(),
        when.last(),
        when.start(),
        when.end(),
        zone == null ? null : zone.getId(),
        told.content().subject(),
        next.operations(),
        told.content().count(),
        told.state(),
        told.sequence(),
        told.changedAt());
  }
}
