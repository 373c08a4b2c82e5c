package org.evenhand.review.judgement;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whether fairness lets results be shared: not before they were judged and both sides have answered
 * each finding. It changes no rating. While analytics is away the cycle waits, and says for what.
 */
@ApplicationScoped
public class Judgements {

  /**
   * @param edition of the results that are to be shared
   * @throws Problem CYCLE_NOT_JUDGED, or FINDINGS_UNANSWERED naming them
   */
  public Uni<Void> requireAnswered(Mutiny.Session session, UUID cycleId, long edition) {
    return session
        .createSelectionQuery(
            "from CycleJudgement j where j.cycleId = :cycle", CycleJudgement.class)
        .setParameter("cycle", cycleId)
        .getResultList()
        .invoke(judgements -> requireJudged(judgements, edition))
        .chain(
            judgements ->
                findings(session, cycleId).invoke(known -> requireAnswered(judgements, known)))
        .replaceWithVoid();
  }

  private static Uni<List<JudgedFinding>> findings(Mutiny.Session session, UUID cycleId) {
    return session
        .createSelectionQuery(
            "from JudgedFinding f where f.cycleId = :cycle order by f.findingId",
            JudgedFinding.class)
        .setParameter("cycle", cycleId)
        .getResultList();
  }

  private static void requireJudged(List<CycleJudgement> judgements, long edition) {
    if (judgements.stream().noneMatch(judgement -> judgement.edition() >= edition)) {
      throw Problem.of(
          ReviewProblem.CYCLE_NOT_JUDGED,
          "Analytics has not judged these results yet. It does so by itself, as soon as it has"
              + " taken in every review that waits.");
    }
  }

  /** A finding that a later judgement repeats belongs to the earlier one, with its answer. */
  private static void requireAnswered(List<CycleJudgement> judgements, List<JudgedFinding> known) {
    List<Violation> open = new ArrayList<>();
    known.stream()
        .filter(JudgedFinding::isUnanswered)
        .forEach(finding -> open.add(NOT_ALLOWED.at("", finding.inWords())));
    long raised = judgements.stream().mapToLong(CycleJudgement::raised).sum();
    long unheard = raised - known.size();
    if (unheard > 0) {
      open.add(NOT_ALLOWED.at("", unheard + " more, of which nothing has been heard here yet"));
    }
    if (!open.isEmpty()) {
      throw Problem.of(
              ReviewProblem.FINDINGS_UNANSWERED,
              "HR and a manager first say together what they do about each of these; see"
                  + " /v1/findings.")
          .with(open);
    }
  }
}
