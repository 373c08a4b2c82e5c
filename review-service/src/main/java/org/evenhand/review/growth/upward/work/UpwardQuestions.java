package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.PoliciesInForce;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is asked where whoever opens a round names no questions. */
@ApplicationScoped
class UpwardQuestions {

  private static final List<String> OURS =
      List.of(
          "What of their leading helps you in your work?",
          "What gets in the way of your work, and what could they do about it?",
          "What should they begin, or do otherwise?");

  private static final String OF_POLICY =
      """
      select form ->> 'question' as text
      from (
        select p.content from assignment a %s
        where a.id = :assignment order by p.effective_on desc, p.policy_id desc limit 1) bound
      cross join lateral jsonb_array_elements(bound.content -> 'form')
        with ordinality as f (form, place)
      where form ->> 'contributor' = 'UPWARD'
      order by place
      """
          .formatted(PoliciesInForce.JOINED);

  /** Those of the policy in force for the manager, where it has two to six; else ours. */
  Uni<List<String>> of(Mutiny.Session session, UUID assignment) {
    return Rows.of(session, OF_POLICY)
        .bind("assignment", assignment)
        .list(row -> row.text("text"))
        .map(found -> fit(found) ? found : OURS);
  }

  private static boolean fit(List<String> questions) {
    return questions.size() >= UpwardRequests.FEWEST_QUESTIONS
        && questions.size() <= UpwardRequests.MOST_QUESTIONS;
  }
}
