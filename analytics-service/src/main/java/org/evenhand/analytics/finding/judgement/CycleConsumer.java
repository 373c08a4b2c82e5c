package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.publication.PlannedReleases;
import org.evenhand.analytics.publication.ReleaseCalendar;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a cycle brings the moments at which it is published. A proposed sharing says that
 * everything of it is decided: now it is to be judged too, unless these results have been, or it is
 * withdrawn.
 */
@ApplicationScoped
class CycleConsumer implements EventHandler {

  private static final String SHARING_PROPOSED = "org.evenhand.cycle.sharing-proposed.v1";
  private static final String SHARING_WITHDRAWN = "org.evenhand.cycle.sharing-withdrawn.v1";
  private static final String CALIBRATION_STARTED = "org.evenhand.cycle.calibration-started.v1";
  private static final String SHARING_STARTED = "org.evenhand.cycle.sharing-started.v1";
  private static final String CLOSED = "org.evenhand.cycle.closed.v1";
  private static final String CANCELLED = "org.evenhand.cycle.cancelled.v1";

  private final CycleIntake intake;
  private final ReleaseCalendar calendar;
  private final PlannedReleases planned;
  private final DueWork dueWork;
  private final Clock clock;

  CycleConsumer(
      CycleIntake intake,
      ReleaseCalendar calendar,
      PlannedReleases planned,
      DueWork dueWork,
      Clock clock) {
    this.intake = intake;
    this.calendar = calendar;
    this.planned = planned;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** What analytics reads of it; all but a proposal have the cycle alone. */
  record SharingProposed(
      @Nullable UUID cycleId,
      @Nullable Long awaitingSharing,
      @Nullable Long awaitingCalibrated,
      @Nullable Long edition,
      @Nullable String resultsFingerprint) {}

  @Override
  public String topic() {
    return "evenhand.cycles";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(
            event -> plan(session, event).chain(() -> handle(session, event)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> handle(Mutiny.Session session, ReceivedEvent event) {
    return switch (event.type()) {
      case CALIBRATION_STARTED -> calendar.calibrationStarted(session, cycle(event));
      case SHARING_PROPOSED -> proposed(session, event);
      case SHARING_WITHDRAWN -> intake.forget(session, cycle(event));
      case SHARING_STARTED -> calendar.shared(session, cycle(event));
      case CLOSED -> calendar.closed(session, cycle(event));
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> plan(Mutiny.Session session, ReceivedEvent event) {
    if (event.type().equals(CANCELLED)) {
      return planned.expect(session, cycle(event), Map.of());
    }
    return PlannedCycle.of(event)
        .map(cycle -> planned.expect(session, cycle.cycleId(), cycle.days()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static UUID cycle(ReceivedEvent event) {
    UUID cycleId = event.as(SharingProposed.class).cycleId();
    if (cycleId == null) {
      throw new RefusedEvent("What happened to a cycle names it");
    }
    return cycleId;
  }

  private Uni<Void> proposed(Mutiny.Session session, ReceivedEvent event) {
    SharingProposed proposed = event.as(SharingProposed.class);
    UUID cycleId = proposed.cycleId();
    Long awaiting = proposed.awaitingSharing();
    Long calibrated = proposed.awaitingCalibrated();
    if (cycleId == null || awaiting == null || calibrated == null) {
      throw new RefusedEvent(
          "A proposed sharing names its cycle, how many reviews wait and how many of them are"
              + " calibrated");
    }
    long edition = proposed.edition() == null ? 0 : proposed.edition();
    Instant now = Instant.now(clock);
    return intake
        .expect(
            session,
            new SharingProposal(
                cycleId, awaiting, calibrated, edition, proposed.resultsFingerprint(), now))
        .chain(() -> dueWork.schedule(session, LiveCycleJudgement.KIND, cycleId, now));
  }
}
