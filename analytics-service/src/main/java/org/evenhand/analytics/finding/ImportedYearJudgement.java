package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.counts.ImportedYears;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.publication.Publications;
import org.evenhand.kit.data.DueTask;
import org.evenhand.kit.data.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Judges a cycle from another system, which counts as closed, when its import has been still for a
 * while; and anew when more of it has come, be it ratings or declarations.
 */
@ApplicationScoped
class ImportedYearJudgement implements DueTask {

  private final CycleIntake intake;
  private final Cycles cycles;
  private final Publications publications;
  private final Judgements judgements;
  private final DueWork dueWork;
  private final Duration settle;
  private final Clock clock;

  ImportedYearJudgement(
      CycleIntake intake,
      Cycles cycles,
      Publications publications,
      Judgements judgements,
      DueWork dueWork,
      AnalyticsConfig config,
      Clock clock) {
    this.intake = intake;
    this.cycles = cycles;
    this.publications = publications;
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
    Instant now = Instant.now(clock);
    return intake
        .lastChange(session, cycleId)
        .chain(
            change -> {
              Optional<Instant> still = change.map(at -> at.plus(settle));
              return still.isPresent() && !now.isBefore(still.get())
                  ? cycles.find(session, cycleId).chain(cycle -> judge(session, cycle))
                  : dueWork.schedule(
                      session,
                      ImportedYears.STILL,
                      cycleId,
                      still.filter(now::isBefore).orElse(now.plus(settle)));
            });
  }

  private Uni<Void> judge(Mutiny.Session session, Optional<Cycle> found) {
    return found
        .map(
            cycle ->
                judgements.judge(
                    session,
                    cycle,
                    Judgement.WITHOUT_EDITIONS,
                    dimension -> publications.look(session, cycle, Phase.AFTER, dimension)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
