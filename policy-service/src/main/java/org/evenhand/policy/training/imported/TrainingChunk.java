package org.evenhand.policy.training.imported;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.Enrolment;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.time.Learner;
import org.jspecify.annotations.Nullable;

/** The rows of one transaction, and what they make of the completions of those they are about. */
final class TrainingChunk {

  /** What there is for one person and one module. */
  record Key(UUID module, UUID person) {}

  /**
   * What is known about the rows.
   *
   * @param people by externalId, those who work here
   * @param completions those that are there, held
   */
  record Known(
      Map<String, Learner> people,
      Map<String, TrainingModule> modules,
      Map<Key, TrainingCompletion> completions) {}

  private final Known known;
  private final Instant now;
  private final Map<Key, TrainingCompletion> completions;
  private final List<TrainingCompletion> newcomers = new ArrayList<>();
  private final Map<TrainingCompletion, Learner> changed = new LinkedHashMap<>();
  private final List<RowResult> results = new ArrayList<>();

  TrainingChunk(Known known, Instant now) {
    this.known = known;
    this.now = now;
    this.completions = new LinkedHashMap<>(known.completions());
  }

  void take(TrainingRow row) {
    Learner learner = known.people().get(row.externalId());
    TrainingModule module = known.modules().get(row.module());
    if (learner == null) {
      refuse(NOT_FOUND.cell(row.number(), TrainingRow.EXTERNAL_ID, "is nobody who works here"));
    } else if (module == null || !module.isOffered()) {
      refuse(
          NOT_FOUND.cell(
              row.number(), TrainingRow.MODULE, "is no key of a module that is offered"));
    } else if (row.completedOn().isAfter(learner.today(now))) {
      refuse(
          RANGE.cell(
              row.number(),
              TrainingRow.COMPLETED_ON,
              "is a day that has not begun where the person works"));
    } else {
      complete(row, learner, module);
    }
  }

  private void refuse(Violation why) {
    results.add(RowResult.refused(Objects.requireNonNull(why.row()), why));
  }

  /**
   * What is known already, was completed again since, or counts no longer than now changes nothing.
   */
  private void complete(TrainingRow row, Learner learner, TrainingModule module) {
    Key key = new Key(module.id(), learner.id());
    TrainingCompletion completion = completions.get(key);
    LocalDate before = completion == null ? null : completion.completedOn().orElse(null);
    if (completion != null && !completion.isAdvancedBy(row.completedOn(), module.terms())) {
      results.add(RowResult.unchanged(row.number(), completion.id().toString()));
      return;
    }
    TrainingCompletion its = completion == null ? begun(key) : completion;
    its.complete(row.completedOn(), null, module.terms(), learner.awayFrom(now), now);
    changed.put(its, learner);
    String id = its.id().toString();
    results.add(
        completion == null
            ? RowResult.created(row.number(), id)
            : RowResult.changed(row.number(), id).telling(List.of(change(before, row)), List.of()));
  }

  private TrainingCompletion begun(Key key) {
    TrainingCompletion begun =
        new TrainingCompletion(
            Ids.next(), key.module(), key.person(), new Enrolment(null, null, now));
    completions.put(key, begun);
    newcomers.add(begun);
    return begun;
  }

  private static CellChange change(@Nullable LocalDate before, TrainingRow row) {
    return new CellChange(
        TrainingRow.COMPLETED_ON,
        before == null ? null : before.toString(),
        row.completedOn().toString());
  }

  List<TrainingCompletion> newcomers() {
    return newcomers;
  }

  Map<TrainingCompletion, Learner> changed() {
    return changed;
  }

  /** Asked after the flush: facts carry the version after the change. */
  List<Fact> facts() {
    return changed.keySet().stream()
        .map(each -> CompletionFacts.fact(each, CompletionHappening.COMPLETED))
        .toList();
  }

  /** In the order of the file. */
  List<RowResult> results() {
    return results.stream().sorted(Comparator.comparingLong(RowResult::row)).toList();
  }
}
