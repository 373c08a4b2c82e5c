package org.evenhand.analytics.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.duty.DutySummaryView.DutyLine;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts duties by quarter, kind and side. */
@ApplicationScoped
class DutySummaries {

  private static final String LINES =
      """
      select to_char(due_on, 'YYYY"-Q"Q') as quarter, kind, side, count(*) as duties,
        count(*) filter (where state in ('DUE', 'OVERDUE', 'ESCALATED')) as open,
        count(*) filter (where state in ('DUE', 'OVERDUE', 'ESCALATED') and late) as open_late,
        count(*) filter (where state = 'DONE') as done,
        count(*) filter (where state = 'DONE' and late) as done_late,
        count(*) filter (where state = 'ESCALATED') as escalated,
        count(*) filter (where state = 'WAIVED') as waived,
        count(*) filter (where state = 'LAPSED') as lapsed
      from duty_told where due_on >= :from and due_on < :until
      group by 1, 2, 3 having count(*) >= :least
      order by 1, 2, 3
      """;

  private final Mutiny.SessionFactory sessions;
  private final AnalyticsConfig config;

  DutySummaries(Mutiny.SessionFactory sessions, AnalyticsConfig config) {
    this.sessions = sessions;
    this.config = config;
  }

  /**
   * @param whole whether the reader sees lines of fewer duties than the least group
   */
  Uni<DutySummaryView> of(Quarter quarter, boolean whole) {
    return sessions
        .withTransaction(session -> lines(session, quarter, whole ? 1 : config.leastGroup()))
        .map(lines -> new DutySummaryView(config.leastGroup(), lines));
  }

  private static Uni<List<DutyLine>> lines(Mutiny.Session session, Quarter quarter, long least) {
    LocalDate from = quarter.first();
    return Rows.unflushed(session, LINES)
        .bind("from", from)
        .bind("until", from.plusMonths(3))
        .bind("least", least)
        .list(DutySummaries::line);
  }

  private static DutyLine line(Row row) {
    return new DutyLine(
        row.text("quarter"),
        row.text("kind"),
        row.text("side"),
        row.bigint("duties"),
        row.bigint("open"),
        row.bigint("open_late"),
        row.bigint("done"),
        row.bigint("done_late"),
        row.bigint("escalated"),
        row.bigint("waived"),
        row.bigint("lapsed"));
  }
}
