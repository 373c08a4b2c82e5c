package org.evenhand.policy.replay;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.impact.ReplayedCycle;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds out what a draft changes of the rules before it, and whether a replay shows that. */
@ApplicationScoped
public class ReplayStandings {

  private final ReplayRepository replays;
  private final Predecessors predecessors;

  ReplayStandings(ReplayRepository replays, Predecessors predecessors) {
    this.replays = replays;
    this.predecessors = predecessors;
  }

  public Uni<ReplayStanding> of(Mutiny.Session session, PolicyVersion draft, Instant at) {
    return replays.of(session, draft.id()).chain(all -> of(session, draft, all, at));
  }

  /** For a step that depends on it; one of which nothing is heard any more is given up before. */
  public Uni<ReplayStanding> held(Mutiny.Session session, PolicyVersion draft, Instant at) {
    return replays
        .holdAll(session, draft.id())
        .invoke(all -> all.forEach(replay -> replay.giveUp(at)))
        .chain(all -> of(session, draft, all, at));
  }

  private Uni<ReplayStanding> of(
      Mutiny.Session session, PolicyVersion draft, List<ImpactReplay> all, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    ReplayRules rules = ReplayRules.of(draft.content());
    List<ReplayedCycle> cycles = shown(ReplayStanding.told(all, rules));
    return PastCycles.known(session, cycles.stream().map(ReplayedCycle::cycleId).toList())
        .map(known -> new Shown(rules, cycles, known))
        .chain(
            shown ->
                predecessors
                    .last(session, draft)
                    .chain(earlier -> isMissing(session, earlier, shown, today)))
        .map(missing -> new ReplayStanding(all, rules, missing, at));
  }

  private static List<ReplayedCycle> shown(List<ImpactReplay> told) {
    return told.stream()
        .flatMap(replay -> replay.answer().stream())
        .flatMap(answer -> answer.shown().stream())
        .toList();
  }

  private static Uni<Boolean> isMissing(
      Mutiny.Session session, List<PolicyVersion> earlier, Shown shown, LocalDate today) {
    return Multi.createFrom()
        .iterable(earlier)
        .onItem()
        .transformToUniAndConcatenate(each -> isMissing(session, each, shown, today))
        .collect()
        .asList()
        .map(missing -> missing.contains(true));
  }

  private static Uni<Boolean> isMissing(
      Mutiny.Session session, PolicyVersion earlier, Shown shown, LocalDate today) {
    ReplayRules before = ReplayRules.of(earlier.content());
    if (before.equals(shown.draft()) || shown.under(before, earlier)) {
      return Uni.createFrom().item(false);
    }
    return PastCycles.any(session, earlier.policyId(), earlier.number(), today)
        .chain(
            any ->
                any || !shown.draft().scalesOtherwise(before)
                    ? Uni.createFrom().item(any)
                    : PastCycles.anyImported(session, today)
                        .map(imported -> imported && !shown.anImportedOne()));
  }

  /**
   * What replays have shown of a draft.
   *
   * @param known those of this system
   */
  private record Shown(
      ReplayRules draft, List<ReplayedCycle> cycles, Map<UUID, PastCycles.Known> known) {

    /**
     * Whether a cycle of a version or one before it was looked at under what the draft changes of
     * its rules. Later ones may have bound others.
     */
    boolean under(ReplayRules before, PolicyVersion earlier) {
      return cycles.stream()
          .filter(cycle -> cycle.isImported() || isOf(cycle, earlier))
          .anyMatch(cycle -> cycle.shows(before, draft));
    }

    boolean anImportedOne() {
      return cycles.stream().anyMatch(ReplayedCycle::isImported);
    }

    private boolean isOf(ReplayedCycle cycle, PolicyVersion earlier) {
      return Optional.ofNullable(known.get(cycle.cycleId()))
          .filter(of -> of.policyId().equals(earlier.policyId()) && of.number() <= earlier.number())
          .isPresent();
    }
  }
}
