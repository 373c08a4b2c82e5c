package org.evenhand.analytics.rater;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.rater.RatersView.ProfileState;
import org.evenhand.analytics.rater.RatersView.RaterView;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of whom a profile may be drawn, and who has seen their own. */
@ApplicationScoped
class ProfiledRaters {

  private static final String ENABLED =
      """
      from person p join rater_profiling e on e.country = p.country
      where e.enabled_from <= :today and (e.enabled_until is null or e.enabled_until >= :today)
      """;

  // Whoever is above the caller is closed to them, as a record of their own chain is to HR.
  private static final String OPEN_TO =
      "select cast(p.employee_id as text) as rater "
          + ENABLED
          + """
            and cast(p.employee_id as text) in (
              select g.value from edition_group g
              where g.cycle_id = :cycle and g.phase = 'BEFORE' and g.dimension = 'reviewer'
                and g.edition = (select max(number) from edition where cycle_id = :cycle)
                and (select sum(cast(n as bigint)) from jsonb_array_elements_text(g.counts) n)
                  >= :least
              union
              select r.rater ->> 'raterId'
              from blind_session b cross join jsonb_array_elements(b.raters) as r (rater)
              where b.cycle_id = :cycle)
            and p.external_id <> :caller
            and p.employee_id not in (
              select managers_above(c.employee_id) from person c
              where c.external_id = :caller and c.status <> 'TERMINATED')
          """;

  private static final String IS_ENABLED = "select 1 " + ENABLED + " and p.employee_id = :rater";

  private static final String SHOW =
      """
      insert into rater_profile_shown (cycle_id, reviewer_id, published_at, shown_at)
      values (cast(:cycle as uuid), cast(:rater as uuid), cast(:publishedAt as timestamptz),
              cast(:now as timestamptz))
      on conflict (cycle_id, reviewer_id) do update set
        published_at = excluded.published_at, shown_at = excluded.shown_at
      """;

  private static final String SHOW_SAMPLES =
      """
      insert into blind_severity_shown (cycle_id, rater_id, samples, shown_at)
      values (cast(:cycle as uuid), cast(:rater as uuid), cast(:samples as int),
              cast(:now as timestamptz))
      on conflict (cycle_id, rater_id) do update set
        samples = excluded.samples, shown_at = excluded.shown_at
      """;

  private static final String SHOWN_SAMPLES =
      """
      select cast(rater_id as text) as rater, samples
      from blind_severity_shown where cycle_id = :cycle
      """;

  // Another edition than the one that the manager saw, they have not seen.
  private static final String SHOWN =
      """
      select cast(reviewer_id as text) as rater from rater_profile_shown
      where cycle_id = :cycle and published_at = :publishedAt
      """;

  private static final String IS_ON =
      """
      select 1 from rater_profiling e
      where e.enabled_from <= :today and (e.enabled_until is null or e.enabled_until >= :today)
      """;

  private final long leastGroup;
  private final Clock clock;

  ProfiledRaters(AnalyticsConfig config, Clock clock) {
    this.leastGroup = config.leastGroup();
    this.clock = clock;
  }

  /** Raters in countries where it is on today, but for the caller and those above them. */
  Uni<Set<String>> openTo(Mutiny.Session session, Cycle cycle, String callerExternalId) {
    return Rows.of(session, OPEN_TO)
        .bind("caller", callerExternalId)
        .bind("cycle", cycle.id())
        .bind("least", leastGroup)
        .bind("today", LocalDate.now(clock))
        .list(row -> row.text("rater"))
        .map(Set::copyOf);
  }

  Uni<Boolean> isEnabled(Mutiny.Session session, UUID rater) {
    return Rows.of(session, IS_ENABLED)
        .bind("rater", rater)
        .bind("today", LocalDate.now(clock))
        .any();
  }

  /** Whether it is on in any country today. */
  Uni<Boolean> isOnAnywhere(Mutiny.Session session) {
    return Rows.of(session, IS_ON).bind("today", LocalDate.now(clock)).any();
  }

  /** The manager sees what there is to be seen of their own profile in this look. */
  Uni<Void> show(Mutiny.Session session, Cycle cycle, Look.Shown look, RaterView view) {
    Uni<Void> ratings =
        view.state() == ProfileState.SHOWN
            ? note(session, SHOW, cycle, view)
                .setParameter("publishedAt", look.edition().publishedAt())
                .executeUpdate()
                .replaceWithVoid()
            : Uni.createFrom().voidItem();
    Integer samples = view.blindSeverity().samples();
    return samples == null
        ? ratings
        : ratings
            .chain(
                () ->
                    note(session, SHOW_SAMPLES, cycle, view)
                        .setParameter("samples", samples)
                        .executeUpdate())
            .replaceWithVoid();
  }

  private Mutiny.MutationQuery note(
      Mutiny.Session session, String statement, Cycle cycle, RaterView view) {
    return session
        .createNativeQuery(statement)
        .setParameter("cycle", cycle.id())
        .setParameter("rater", view.rater().id())
        .setParameter("now", Instant.now(clock));
  }

  /** What raters have seen of themselves of what this look shows. */
  Uni<OwnFiguresSeen> seen(Mutiny.Session session, Cycle cycle, Look.Shown look) {
    return seenProfiles(session, cycle, look)
        .chain(
            profiles ->
                seenSamples(session, cycle).map(samples -> new OwnFiguresSeen(profiles, samples)));
  }

  private static Uni<Set<String>> seenProfiles(
      Mutiny.Session session, Cycle cycle, Look.Shown look) {
    return Rows.of(session, SHOWN)
        .bind("cycle", cycle.id())
        .bind("publishedAt", look.edition().publishedAt())
        .list(row -> row.text("rater"))
        .map(Set::copyOf);
  }

  private record SeenSamples(String rater, int samples) {}

  private static Uni<Map<String, Integer>> seenSamples(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, SHOWN_SAMPLES)
        .bind("cycle", cycle.id())
        .list(row -> new SeenSamples(row.text("rater"), row.integer("samples")))
        .map(
            seen ->
                seen.stream().collect(Collectors.toMap(SeenSamples::rater, SeenSamples::samples)));
  }
}
