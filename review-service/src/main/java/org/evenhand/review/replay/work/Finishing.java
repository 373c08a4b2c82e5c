package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.replay.Draft;
import org.evenhand.review.replay.Mapping;
import org.evenhand.review.replay.Note;
import org.evenhand.review.replay.Result;
import org.evenhand.review.replay.ToldOutcome;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes of the counts of a cycle what is told of it. */
@ApplicationScoped
class Finishing {

  private final Counts counts;
  private final CycleRepository cycles;
  private final PolicyVersions policies;

  Finishing(Counts counts, CycleRepository cycles, PolicyVersions policies) {
    this.counts = counts;
    this.cycles = cycles;
    this.policies = policies;
  }

  Uni<Void> finish(Mutiny.Session session, Replay replay, ReplayedCycle cycle) {
    return PastCycles.find(session, cycle.cycleId())
        .map(Optional::orElseThrow)
        .chain(
            past ->
                notes(session, replay.draft(), cycle, past)
                    .map(
                        notes ->
                            new Result.Of(
                                cycle.cycleId(), past.key(), past.origin(), past.scale(), notes)))
        .chain(of -> finish(session, replay, cycle, of));
  }

  private Uni<Void> finish(
      Mutiny.Session session, Replay replay, ReplayedCycle cycle, Result.Of of) {
    return counts
        .of(session, cycle)
        .map(ToldOutcome::of)
        .call(told -> counts.tell(session, cycle, told))
        .chain(
            told ->
                counts
                    .turns(session, cycle.cycleId())
                    .invoke(
                        turns ->
                            cycle.finish(turns + 1, Result.of(of, replay.draft().rules(), told))))
        .replaceWithVoid();
  }

  private Uni<List<Note>> notes(
      Mutiny.Session session, Draft draft, ReplayedCycle cycle, PastCycle past) {
    if (past.origin() == Origin.HISTORY) {
      return Uni.createFrom().item(List.of(Note.COARSE, Note.SCALE_ALONE));
    }
    return cycles
        .get(session, cycle.cycleId())
        .chain(
            live -> policies.pinned(session, live.plan().policyId(), live.plan().policyVersion()))
        .map(version -> notes(draft, version.content()));
  }

  private static List<Note> notes(Draft draft, PolicyContent past) {
    Set<String> rated = past.criteria().stream().map(Criterion::key).collect(Collectors.toSet());
    Mapping mapping = draft.mapping();
    List<Note> notes = new ArrayList<>(List.of(Note.CALIBRATION_LEFT_OUT, Note.COARSE));
    if (draft.rules().overall() == OverallRule.CHOSEN) {
      notes.add(Note.OVERALL_CHOSEN);
    } else if (!draft.weighs(rated)) {
      notes.add(Note.NOTHING_WEIGHED);
    }
    if (draft.weighs(rated)
        && !draft.rules().criteria().stream()
            .allMatch(each -> mapping.hasPast(each.key(), rated))) {
      notes.add(Note.CRITERIA_WITHOUT_PAST);
    }
    if (!mapping.criteria().stream().map(Mapping.Criteria::past).allMatch(rated::contains)) {
      notes.add(Note.CRITERIA_UNKNOWN);
    }
    if (!draft.rules().eligibility().equals(past.eligibility())) {
      notes.add(Note.ELIGIBILITY_BY_PRESENT_DATA);
    }
    return notes;
  }
}
