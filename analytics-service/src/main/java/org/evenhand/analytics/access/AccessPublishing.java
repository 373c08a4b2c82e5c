package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyPublishing;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the audits of a year, once. The caller keeps everybody from counting meanwhile, and
 * from changing what they declared.
 */
@ApplicationScoped
public class AccessPublishing {

  /**
   * What is refused is repaired within so long, or the year is published without: from its day on,
   * or of a year that is told of later from the last part on.
   */
  private static final Duration PARTS_AWAITED = Duration.ofDays(7);

  private final AuditStore audits;
  private final FunnelStrata strata;
  private final YearlyPublishing publishing;
  private final Journal journal;
  private final Clock clock;

  AccessPublishing(
      AuditStore audits,
      FunnelStrata strata,
      YearlyPublishing publishing,
      Journal journal,
      Clock clock) {
    this.audits = audits;
    this.strata = strata;
    this.publishing = publishing;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether parts of opportunities of a year are missing that may still come. */
  public Uni<Boolean> awaitsParts(Mutiny.Session session, FigureYear year) {
    return audits
        .lastPart(session, year)
        .map(
            last ->
                last.map(at -> at.isAfter(year.publishAt()) ? at : year.publishAt())
                    .filter(from -> Instant.now(clock).isBefore(from.plus(PARTS_AWAITED)))
                    .isPresent());
  }

  /** Makes the audits of a year as it is counted now; who came how far is there until it closes. */
  public Uni<List<Audit>> publish(Mutiny.Session session, FigureYear year) {
    return audits
        .counted(session, year)
        .call(
            made ->
                publishing.publish(
                    session, year, made.stream().map(Audit::figure).toList(), strata))
        .call(made -> audits.keep(session, made));
  }

  /** Forgets who came how far, and notes of which opportunities not all has been told. */
  public Uni<Void> close(Mutiny.Session session, FigureYear year, Instant at) {
    return audits
        .incomplete(session, year)
        .chain(
            missing ->
                missing.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : journal.write(
                        session, "analytics-service", () -> List.of(without(year, missing))))
        .chain(() -> publishing.close(session, year, at))
        .chain(() -> audits.forget(session, year));
  }

  private static Fact without(FigureYear year, List<UUID> opportunities) {
    return Fact.noted(
        "access-year", year.id(), "published-without", Map.of("opportunities", opportunities));
  }
}
