package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Fact;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A request whose answer was taken back has none. It waits again where there is time for another,
 * and somebody whom that is for; else it lapses.
 */
@ApplicationScoped
public class AnswersTakenBack {

  private final FeedbackRequestRepository requests;
  private final DueWork dueWork;

  AnswersTakenBack(FeedbackRequestRepository requests, DueWork dueWork) {
    this.requests = requests;
    this.dueWork = dueWork;
  }

  /** What came about with the request. */
  public Uni<List<Fact>> follow(Mutiny.Session session, UUID request, Instant at) {
    return requests
        .hold(session, request)
        .map(held -> held.orElseThrow())
        .invoke(FeedbackRequest::reopen)
        .call(reopened -> lapseIfOver(session, reopened, at))
        // That of its day may have gone by while there was an answer.
        .call(
            reopened ->
                dueWork.schedule(session, RequestLapse.KIND, reopened.id(), reopened.dueAt()))
        .call(session::flush)
        .map(reopened -> List.of(reopened.fact("answer-taken-back")));
  }

  private Uni<Void> lapseIfOver(Mutiny.Session session, FeedbackRequest reopened, Instant at) {
    return requests
        .isPointless(session, reopened.id())
        .invoke(
            pointless -> {
              if (pointless || reopened.isOver(at)) {
                reopened.lapse(at);
              }
            })
        .replaceWithVoid();
  }
}
