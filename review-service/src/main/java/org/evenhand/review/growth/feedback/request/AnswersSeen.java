package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackRepository;
import org.evenhand.review.growth.feedback.access.FeedbackAccess;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks through the doors of feedback at what requests were answered with, so that a request and
 * its answer open to the report at the same moment.
 */
@ApplicationScoped
class AnswersSeen {

  private final FeedbackAccess doors;
  private final FeedbackRepository feedback;

  AnswersSeen(FeedbackAccess doors, FeedbackRepository feedback) {
    this.doors = doors;
    this.feedback = feedback;
  }

  /** The answers by their ids. */
  Uni<Map<UUID, AnswerSeen>> of(
      Mutiny.Session session, Viewer viewer, Collection<FeedbackRequest> requests, Instant now) {
    List<UUID> answers =
        requests.stream().map(FeedbackRequest::feedbackId).flatMap(Optional::stream).toList();
    return answers.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : doors
            .relations(session, viewer, answers, now)
            .chain(
                relations -> feedback.byIds(session, answers).map(found -> byId(found, relations)));
  }

  private static Map<UUID, AnswerSeen> byId(
      List<Feedback> found, Map<UUID, Set<FeedbackRelation>> relations) {
    Function<Feedback, AnswerSeen> seen =
        one -> new AnswerSeen(one.state(), relations.getOrDefault(one.id(), Set.of()));
    return found.stream().collect(Collectors.toMap(Feedback::id, seen));
  }
}
