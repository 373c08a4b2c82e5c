package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.ImportedYears;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.publication.Moment;
import org.evenhand.analytics.publication.Publishing;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes and judges a cycle from another system, which counts as closed, when its import has
 * been still for a while; and anew when more of it has come, be it ratings or declarations.
 */
@ApplicationScoped
class ImportedYearJudgement implements DueTask {

  private final CycleIntake intake;
  private final Cycles cycles;
  private final Publishing publishing;
  private final Judgements judgements;
  private final DueWork dueWork;
  private final Duration settle;
  private final Clock clock;

  ImportedYearJudgement(
      CycleIntake intake,
      Cycles cycles,
      Publishing publishing,
      Judgements judgements,
      DueWork dueWork,
      AnalyticsConfig config,
      Clock clock) {
    this.intake = intake;
    this.cycles = cycles;
    this.publishing = publishing;
    this.judgements = judgements;
    this.dueWork = dueWork;
    this.settle = config.settle();
    this.clock = clock;
  }

  @Override
  public String kind() {
    return ImportedYears.STILL;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return ifStill(
        session,
        cycleId,
        () ->
            CountingLock.alone(session)
                .chain(() -> ifStill(session, cycleId, () -> publishAndJudge(session, cycleId))));
  }

  /** Looks once more where nobody counts meanwhile. */
  private Uni<Void> ifStill(Mutiny.Session session, UUID cycleId, Supplier<Uni<Void>> then) {
    Instant now = Instant.now(clock);
    return intake
        .lastChange(session, cycleId)
        .chain(
            change -> {
              Optional<Instant> still = change.map(at -> at.plus(settle));
              return still.isPresent() && !now.isBefore(still.get())
                  ? then.get()
                  : dueWork.schedule(
                      session,
                      ImportedYears.STILL,
                      cycleId,
                      still.filter(now::isBefore).orElse(now.plus(settle)));
            });
  }

  private Uni<Void> publishAndJudge(Mutiny.Session session, UUID cycleId) {
    return cycles
        .find(session, cycleId)
        .chain(
            found ->
                found
                    .map(
                        cycle ->
                            publishing
                                .publishChanged(session, cycle, Moment.IMPORTED)
                                .chain(
                                    () ->
                                        judgements.judge(
                                            session, cycle, Judgement.WITHOUT_EDITIONS)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
