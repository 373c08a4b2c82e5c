package org.evenhand.review.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.ReviewProblem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whether results may be shown as far as fairness goes: not before the cycle was judged and both
 * sides have said what they do about each finding. No rating changes by it. While analytics is away
 * the cycle waits, and says for what.
 */
@ApplicationScoped
public class Judgements {

  /**
   * @throws Problem CYCLE_NOT_JUDGED, or FINDINGS_UNANSWERED naming them
   */
  public Uni<Void> requireAnswered(Mutiny.Session session, UUID cycleId) {
    return session
        .find(CycleJudgement.class, cycleId)
        .onItem()
        .ifNull()
        .failWith(Judgements::notJudged)
        .chain(
            judgement -> of(session, judgement).invoke(known -> requireAnswered(judgement, known)))
        .replaceWithVoid();
  }

  private static Uni<List<JudgedFinding>> of(Mutiny.Session session, CycleJudgement judgement) {
    return session
        .createSelectionQuery(
            "from JudgedFinding f where f.judgementId = :judgement order by f.findingId",
            JudgedFinding.class)
        .setParameter("judgement", judgement.judgementId())
        .getResultList();
  }

  private static void requireAnswered(CycleJudgement judgement, List<JudgedFinding> known) {
    List<Violation> open = new ArrayList<>();
    known.stream()
        .filter(JudgedFinding::isUnanswered)
        .forEach(finding -> open.add(Violation.at("", finding.inWords())));
    long unheard = judgement.raised() - known.size();
    if (unheard > 0) {
      open.add(Violation.at("", unheard + " more, of which nothing has been heard here yet"));
    }
    if (!open.isEmpty()) {
      throw Problem.of(
              ReviewProblem.FINDINGS_UNANSWERED,
              "HR and a manager first say together what they do about each of these; see"
                  + " /v1/findings.")
          .with(open);
    }
  }

  private static Problem notJudged() {
    return Problem.of(
        ReviewProblem.CYCLE_NOT_JUDGED,
        "Analytics has not judged the cycle yet. It does so by itself, as soon as it has taken in"
            + " every review that waits; where one was taken back since, propose to share anew.");
  }
}
