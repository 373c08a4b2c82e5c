package org.evenhand.policy.replay.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.impact.ReplayQuestion;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.replay.PastCycles;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.VersionContext;

/** Whether a question fits the draft and the cycles that it names. */
@ApplicationScoped
class Soundness {

  private final PolicyRepository policies;

  Soundness(PolicyRepository policies) {
    this.policies = policies;
  }

  Uni<List<Violation>> violations(VersionContext context, ReplayQuestion question) {
    ReplayRules draft = ReplayRules.of(context.version().content());
    return PastCycles.known(context.session(), question.cycleIds())
        .chain(
            known ->
                silences(context, question, draft, known)
                    .map(
                        silent ->
                            Stream.of(
                                    question.violations(draft),
                                    unfit(question.cycleIds(), known, context.policy().id()),
                                    silent)
                                .flatMap(List::stream)
                                .toList()));
  }

  /** A criterion that nobody names would be left out without a word. */
  private Uni<List<Violation>> silences(
      VersionContext context,
      ReplayQuestion question,
      ReplayRules draft,
      Map<UUID, PastCycles.Known> known) {
    UUID policy = context.policy().id();
    List<Integer> numbers =
        known.values().stream()
            .filter(cycle -> cycle.policyId().equals(policy))
            .map(PastCycles.Known::number)
            .distinct()
            .toList();
    return policies
        .byNumbers(context.session(), policy, numbers)
        .map(
            versions ->
                versions.stream()
                    .map(version -> ReplayRules.of(version.content()))
                    .flatMap(past -> question.silences(past, draft).stream())
                    .distinct()
                    .toList());
  }

  /** Of one that isn't known here review-service says whether it was imported. */
  private static List<Violation> unfit(
      List<UUID> cycles, Map<UUID, PastCycles.Known> known, UUID policy) {
    List<Violation> found = new ArrayList<>();
    for (int at = 0; at < cycles.size(); at++) {
      PastCycles.Known cycle = known.get(cycles.get(at));
      if (cycle != null && !cycle.policyId().equals(policy)) {
        found.add(INCONSISTENT.at("/cycleIds/" + at, "rates under another policy"));
      } else if (cycle != null && !cycle.closed()) {
        found.add(INCONSISTENT.at("/cycleIds/" + at, "isn't closed"));
      }
    }
    return found;
  }
}
