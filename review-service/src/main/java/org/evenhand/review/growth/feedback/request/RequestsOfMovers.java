package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.directory.OrgChanges;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Once people have left or lead others than before, ends what waits because of them: nobody is
 * asked on behalf of who left, and whoever no longer leads a person has no more business with what
 * others say of them. Looks at some in one transaction, until it finds none.
 */
@ApplicationScoped
class RequestsOfMovers implements OrgChanges, DueTask {

  private static final String KIND = "feedback-requests-of-movers";
  private static final int CHUNK = 200;

  private final FeedbackRequestRepository requests;
  private final RequestLapse lapse;
  private final DueWork dueWork;
  private final Clock clock;

  RequestsOfMovers(
      FeedbackRequestRepository requests, RequestLapse lapse, DueWork dueWork, Clock clock) {
    this.requests = requests;
    this.lapse = lapse;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return dueWork.schedule(session, KIND, importId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID importId) {
    return requests
        .pointless(session, CHUNK)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : lapse.lapse(session, found).chain(() -> taken(session, importId)));
  }
}
