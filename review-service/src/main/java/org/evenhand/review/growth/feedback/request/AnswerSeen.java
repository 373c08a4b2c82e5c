package org.evenhand.review.growth.feedback.request;

import java.util.Set;
import org.evenhand.review.growth.feedback.FeedbackState;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;

/**
 * The answer to a request, as one of its people may know of it.
 *
 * @param relations what they are to the answer; none where they may not read it
 */
record AnswerSeen(FeedbackState state, Set<FeedbackRelation> relations) {

  boolean isOpenToRecipient() {
    return relations.contains(FeedbackRelation.RECIPIENT);
  }

  boolean isFound() {
    return !relations.isEmpty();
  }
}
