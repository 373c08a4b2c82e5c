package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceState;
import org.hibernate.reactive.mutiny.Mutiny;

/** Closes what was answered and nobody has closed, so that its words go some day. */
@ApplicationScoped
class GuidanceClosing implements DueTask {

  static final String KIND = "guidance-closing";

  private final GuidanceRepository requests;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  GuidanceClosing(GuidanceRepository requests, DueWork dueWork, Journal journal, Clock clock) {
    this.requests = requests;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return requests
        .hold(session, id)
        .chain(
            found -> {
              Optional<GuidanceRequest> open =
                  found.filter(request -> request.state() == GuidanceState.ANSWERED);
              return open.isPresent() ? close(session, open.get()) : Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> close(Mutiny.Session session, GuidanceRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    request.close(now);
    return dueWork
        .schedule(session, GuidanceForgetting.KIND, request.id(), request.goneAt())
        .chain(
            () ->
                journal.write(
                    session,
                    GuidanceFacts.ACTOR,
                    () -> List.of(GuidanceFacts.of(request, "closed"))));
  }
}
