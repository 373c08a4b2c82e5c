package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes out the words of what was closed half a year ago, and whose they were; and of what nobody
 * has answered for so long that it would be closed.
 */
@ApplicationScoped
class GuidanceForgetting implements DueTask {

  static final String KIND = "guidance-forgetting";

  private final GuidanceRepository requests;
  private final Erasing erasing;
  private final Journal journal;

  GuidanceForgetting(GuidanceRepository requests, Erasing erasing, Journal journal) {
    this.requests = requests;
    this.erasing = erasing;
    this.journal = journal;
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
            found ->
                found.isPresent() ? forget(session, found.get()) : Uni.createFrom().voidItem());
  }

  private Uni<Void> forget(Mutiny.Session session, GuidanceRequest request) {
    if (request.waits()) {
      request.erase();
    } else {
      request.forget();
    }
    return erasing
        .follow(session, request.id())
        .chain(
            () ->
                journal.write(
                    session,
                    GuidanceFacts.ACTOR,
                    () -> List.of(GuidanceFacts.of(request, "forgotten"))));
  }
}
