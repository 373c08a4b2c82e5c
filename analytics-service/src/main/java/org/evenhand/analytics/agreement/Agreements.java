package org.evenhand.analytics.agreement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.agreement.AgreementView.SessionView;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores and shows the agreement of calibration sessions; it is measured in the session, not here.
 */
@ApplicationScoped
public class Agreements {

  private static final String KEEP =
      """
      insert into session_agreement
      select s.* from jsonb_populate_recordset(
        cast(null as session_agreement), cast(cast(:sessions as text) as jsonb)) s
      order by s.session_id
      on conflict (session_id) do update set
        cycle_id = excluded.cycle_id, raters = excluded.raters, samples = excluded.samples,
        paired = excluded.paired, alpha = excluded.alpha, low = excluded.low, high = excluded.high,
        revealed_at = excluded.revealed_at, measures = excluded.measures
      """;

  private static final String READ =
      """
      select session_id, raters, samples, paired, alpha, low, high, revealed_at,
        cast(measures as text) as measures
      from session_agreement where cycle_id = :cycle
      order by revealed_at, session_id
      """;

  private final Mutiny.SessionFactory sessions;
  private final Cycles cycles;
  private final Caller caller;

  Agreements(Mutiny.SessionFactory sessions, Cycles cycles, Caller caller) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.caller = caller;
  }

  /** Stores what was revealed, at most once for each session. */
  public Uni<Void> keep(Mutiny.Session session, List<SessionRevealed> revealed) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("sessions", Json.write(revealed))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<AgreementView> of(String cycle) {
    return sessions.withTransaction(
        session -> cycles.require(session, cycle).chain(found -> of(session, found)));
  }

  private Uni<AgreementView> of(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, READ)
        .bind("cycle", cycle.id())
        .list(row -> shown(view(row)))
        .map(
            found ->
                new AgreementView(
                    CycleView.of(cycle),
                    found.isEmpty()
                        ? "No session of this cycle has revealed its scores."
                        : "Agreement on blind samples, before anything was discussed.",
                    found));
  }

  /**
   * An employee may be able to read the scores of a session except those of a sample close to them.
   */
  private SessionView shown(SessionView exact) {
    return caller.isClient() ? exact : exact.inTenths();
  }

  private static SessionView view(Row row) {
    int raters = row.integer("raters");
    int samples = row.integer("samples");
    boolean paired = row.flag("paired");
    Double alpha = row.orNull("alpha", Row::number);
    SessionMeasures measures =
        row.orNull("measures", (each, column) -> each.json(column, SessionMeasures.class));
    return new SessionView(
        row.uuid("session_id"),
        raters,
        samples,
        paired,
        alpha,
        row.orNull("low", Row::number),
        row.orNull("high", Row::number),
        AgreementLevel.of(paired, raters, samples, alpha, measures != null && measures.piledUp()),
        measures,
        row.instant("revealed_at"));
  }
}
