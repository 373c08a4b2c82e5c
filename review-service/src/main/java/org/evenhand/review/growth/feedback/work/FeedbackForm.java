package org.evenhand.review.growth.feedback.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.feedback.FeedbackKind;
import org.evenhand.review.growth.feedback.FeedbackVisibility;
import org.evenhand.review.growth.feedback.FeedbackWords;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.NewFeedback;
import org.jspecify.annotations.Nullable;

/**
 * What feedback of a kind has to say. Critique says what happened, what somebody did, what came of
 * it and what is wished instead, so that they can do something about it.
 */
final class FeedbackForm {

  private FeedbackForm() {}

  /**
   * @throws Problem 422 naming all that stands against it
   */
  static FeedbackWords words(NewFeedback body) {
    List<Violation> violations = new ArrayList<>();
    switch (body.kind()) {
      case CRITIQUE -> critique(body, violations);
      case RECOGNITION -> recognition(body, violations);
    }
    if (body.criterion() != null && body.value() != null) {
      violations.add(INCONSISTENT.at("/value", "is for what is about no criterion"));
    }
    addressed(body.kind(), body.recipientIds(), body.visibility(), violations);
    refuse(violations);
    return new FeedbackWords(body.situation(), body.behaviour(), body.impact(), body.wish());
  }

  /**
   * @throws Problem 422 where feedback can't be written to them, or opened so far
   */
  static void requireAddressed(
      FeedbackKind kind, List<UUID> recipients, FeedbackVisibility visibility) {
    List<Violation> violations = new ArrayList<>();
    addressed(kind, recipients, visibility, violations);
    refuse(violations);
  }

  private static void addressed(
      FeedbackKind kind,
      List<UUID> recipients,
      FeedbackVisibility visibility,
      List<Violation> violations) {
    Set<UUID> known = new HashSet<>();
    for (int i = 0; i < recipients.size(); i++) {
      if (!known.add(recipients.get(i))) {
        violations.add(DUPLICATE.at("/recipientIds/" + i, "is named twice"));
      }
    }
    if (kind == FeedbackKind.CRITIQUE && recipients.size() > 1) {
      violations.add(NOT_ALLOWED.at("/recipientIds", "critique is given to one person"));
    }
    if (kind == FeedbackKind.CRITIQUE && visibility == FeedbackVisibility.PUBLIC) {
      violations.add(NOT_ALLOWED.at("/visibility", "only recognition is public"));
    }
  }

  private static void critique(NewFeedback body, List<Violation> violations) {
    require(body.situation(), "/situation", violations);
    require(body.impact(), "/impact", violations);
    require(body.wish(), "/wish", violations);
  }

  private static void recognition(NewFeedback body, List<Violation> violations) {
    if (body.criterion() == null && body.value() == null) {
      violations.add(REQUIRED.at("/criterion", "recognition names a criterion or a value"));
    }
    if (body.wish() != null) {
      violations.add(NOT_ALLOWED.at("/wish", "recognition wishes nothing else"));
    }
  }

  private static void require(@Nullable String text, String pointer, List<Violation> violations) {
    if (text == null) {
      violations.add(REQUIRED.at(pointer, "critique has situation, behaviour, impact and wish"));
    }
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Feedback can't be given so.").with(violations);
    }
  }
}
