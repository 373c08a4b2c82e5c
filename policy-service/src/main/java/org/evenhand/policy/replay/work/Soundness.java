package org.evenhand.policy.replay.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.impact.ReplayQuestion;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.replay.PastCycles;
import org.evenhand.policy.replay.Predecessors;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.VersionContext;

/** Whether a question fits the draft and the cycles that it names. */
@ApplicationScoped
class Soundness {

  private final PolicyRepository policies;
  private final Predecessors predecessors;

  Soundness(PolicyRepository policies, Predecessors predecessors) {
    this.policies = policies;
    this.predecessors = predecessors;
  }

  Uni<List<Violation>> violations(VersionContext context, ReplayQuestion question) {
    ReplayRules draft = ReplayRules.of(context.version().content());
    return predecessors
        .others(context.session(), context.version())
        .map(others -> with(others, context.policy().id()))
        .chain(
            namable ->
                PastCycles.known(context.session(), question.cycleIds())
                    .chain(
                        known ->
                            silences(context, question, draft, known)
                                .map(
                                    silent ->
                                        Stream.of(
                                                question.violations(draft),
                                                unfit(question.cycleIds(), known, namable),
                                                silent)
                                            .flatMap(List::stream)
                                            .toList())));
  }

  private static Set<UUID> with(Set<UUID> others, UUID own) {
    Set<UUID> all = new HashSet<>(others);
    all.add(own);
    return all;
  }

  /** A criterion that nobody names would be left out without a word. */
  private Uni<List<Violation>> silences(
      VersionContext context,
      ReplayQuestion question,
      ReplayRules draft,
      Map<UUID, PastCycles.Known> known) {
    return Multi.createFrom()
        .iterable(known.values().stream().map(PastCycles.Known::version).distinct().toList())
        .onItem()
        .transformToUniAndConcatenate(past -> policies.find(context.session(), past, true))
        .collect()
        .asList()
        .map(
            versions ->
                versions.stream()
                    .flatMap(Optional::stream)
                    .map(version -> ReplayRules.of(version.content()))
                    .flatMap(past -> question.silences(past, draft).stream())
                    .distinct()
                    .toList());
  }

  /** Of one that isn't known here review-service says whether it was imported. */
  private static List<Violation> unfit(
      List<UUID> cycles, Map<UUID, PastCycles.Known> known, Set<UUID> namable) {
    List<Violation> found = new ArrayList<>();
    for (int at = 0; at < cycles.size(); at++) {
      PastCycles.Known cycle = known.get(cycles.get(at));
      if (cycle != null && !namable.contains(cycle.policyId())) {
        found.add(
            INCONSISTENT.at(
                "/cycleIds/" + at, "rates under a policy that bound nobody whom the draft binds"));
      } else if (cycle != null && !cycle.closed()) {
        found.add(INCONSISTENT.at("/cycleIds/" + at, "isn't closed"));
      }
    }
    return found;
  }
}
