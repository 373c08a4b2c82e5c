package org.evenhand.review.growth.feedback.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.feedback.FeedbackState;
import org.jspecify.annotations.Nullable;

/**
 * A request as one of its people sees it.
 *
 * @param question absent for whom it is about, until the answer is open to them
 * @param opensAt from when on they read the answer at the latest; absent where they ask themself
 * @param feedbackId the answer, for those who may read it
 * @param answerState how it stands; HIDDEN also for who asked and may not read it any more
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "FeedbackRequest",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000501", "state": "ASKED",
         "asker": {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Ruben Overdijk"},
         "asked": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "about": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "relations": ["ASKED"], "question": "How was it to move the archive with her?",
         "askedAt": "2026-05-13T09:00:00Z", "dueOn": "2026-05-27",
         "opensAt": "2026-06-30T22:00:00Z",
         "actions": ["giveFeedback", "declineFeedbackRequest"]}
        """)
record FeedbackRequestView(
    UUID id,
    FeedbackRequestState state,
    PersonRef asker,
    PersonRef asked,
    PersonRef about,
    List<FeedbackRequestRelation> relations,
    @Nullable String question,
    Instant askedAt,
    LocalDate dueOn,
    @Nullable Instant opensAt,
    @Nullable UUID feedbackId,
    @Nullable FeedbackState answerState,
    @Nullable Instant closedAt,
    List<String> actions) {

  static FeedbackRequestView of(
      FeedbackRequest one, @Nullable AnswerSeen answer, UUID viewer, Names names, Instant at) {
    Set<FeedbackRequestRelation> relations = one.relations(viewer);
    boolean reads =
        relations.contains(FeedbackRequestRelation.ASKER)
            || relations.contains(FeedbackRequestRelation.ASKED)
            || (answer == null ? one.isOpenToReport(at) : answer.isOpenToRecipient());
    return new FeedbackRequestView(
        one.id(),
        one.state(),
        names.of(one.askerId()),
        names.of(one.askedId()),
        names.of(one.aboutId()),
        List.copyOf(relations),
        reads ? one.question() : null,
        one.askedAt(),
        one.dueOn(),
        one.opensAt().orElse(null),
        reads && answer != null && answer.isFound() ? one.feedbackId().orElse(null) : null,
        reads && answer != null ? answer.state() : null,
        one.closedAt().orElse(null),
        relations.stream().flatMap(relation -> one.allowed(relation, at).stream()).toList());
  }
}
