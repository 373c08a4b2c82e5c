package org.evenhand.review.growth.plan.terms;

import static java.math.BigDecimal.ONE;
import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Reads the terms of a request, beside those that are there, and names all that is wrong. */
public final class TermsReading {

  /** How far ahead a plan may end. */
  public static final int LONGEST_YEARS = 5;

  private final List<PlannedAction> there;
  private final KnownGaps gaps;
  private final WorkingDays days;
  private final Instant now;
  private final List<Violation> found = new ArrayList<>();
  private final Set<UUID> named = new HashSet<>();

  /**
   * @param there what the plan says so far; null where it says nothing
   * @param days of the place where the person works
   */
  public TermsReading(@Nullable PlanTerms there, KnownGaps gaps, WorkingDays days, Instant now) {
    this.there = there == null ? List.of() : there.actions();
    this.gaps = gaps;
    this.days = days;
    this.now = now;
  }

  /**
   * @throws Problem RULE_VIOLATED naming everything that stands against them
   */
  public PlanTerms read(PlanTermsBody body, String pointer) {
    if (isOver(body.until())) {
      found.add(RANGE.at(pointer + "/until", "is over"));
    } else if (body.until().isAfter(days.today(now).plusYears(LONGEST_YEARS))) {
      found.add(RANGE.at(pointer + "/until", "is more than five years ahead"));
    }
    List<PlannedAction> actions = new ArrayList<>();
    for (int i = 0; i < body.actions().size(); i++) {
      actions.add(action(body.actions().get(i), body.until(), pointer + "/actions/" + i));
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A development plan can't be put so.")
          .with(found);
    }
    return new PlanTerms(body.aim(), body.until(), actions);
  }

  private PlannedAction action(ActionBody body, LocalDate until, String at) {
    Optional<PlannedAction> before = before(body.id(), there, PlannedAction::id, at);
    day(body.dueOn(), until, "until", before, at + "/dueOn");
    return new PlannedAction(
        id(before.map(PlannedAction::id)),
        body.kind(),
        body.title(),
        gap(body.gap(), before, at),
        body.measure(),
        body.dueOn(),
        checkpoints(body, before, at),
        means(body, before, at));
  }

  private @Nullable Gap gap(@Nullable GapBody body, Optional<PlannedAction> before, String at) {
    if (body == null) {
      return null;
    }
    Optional<Gap> known =
        before
            .map(PlannedAction::gap)
            .filter(gap -> gap.isOf(body.criterion(), body.ordinal()))
            .or(() -> gaps.find(body));
    if (known.isEmpty()) {
      found.add(NOT_FOUND.at(at + "/gap", "is no level of a criterion that holds for the person"));
    }
    return known.orElse(null);
  }

  private List<Checkpoint> checkpoints(ActionBody body, Optional<PlannedAction> before, String at) {
    List<Checkpoint> known = before.map(PlannedAction::checkpoints).orElse(List.of());
    List<Checkpoint> read = new ArrayList<>();
    Set<LocalDate> taken = new HashSet<>();
    List<CheckpointBody> all = body.checkpointsOrNone();
    for (int i = 0; i < all.size(); i++) {
      CheckpointBody one = all.get(i);
      String here = at + "/checkpoints/" + i;
      if (!taken.add(one.on())) {
        found.add(DUPLICATE.at(here + "/on", "is a checkpoint already"));
      }
      day(one.on(), body.dueOn(), "dueOn of the action", before, here + "/on");
      read.add(
          new Checkpoint(
              id(before(one.id(), known, Checkpoint::id, here).map(Checkpoint::id)), one.on()));
    }
    return read;
  }

  private List<Means> means(ActionBody body, Optional<PlannedAction> before, String at) {
    List<Means> known = before.map(PlannedAction::means).orElse(List.of());
    List<Means> read = new ArrayList<>();
    List<MeansBody> all = body.meansOrNone();
    for (int i = 0; i < all.size(); i++) {
      MeansBody one = all.get(i);
      String here = at + "/means/" + i;
      day(one.dueOn(), body.dueOn(), "dueOn of the action", before, here + "/dueOn");
      if (one.catalogueEntryId() != null) {
        seat(one, here);
      }
      found.addAll(one.kind().missing(one.amount(), one.unit(), here));
      read.add(
          new Means(
              id(before(one.id(), known, Means::id, here).map(Means::id)),
              one.kind(),
              one.amount(),
              one.unit(),
              one.text(),
              one.dueOn(),
              Objects.requireNonNullElse(one.deliverer(), Deliverer.MANAGER),
              one.catalogueEntryId()));
    }
    return read;
  }

  private void seat(MeansBody one, String here) {
    if (one.kind() != MeansKind.SEAT) {
      found.add(NOT_ALLOWED.at(here + "/catalogueEntryId", "is of a SEAT alone"));
    } else if (one.amount() != null && new BigDecimal(one.amount()).compareTo(ONE) != 0) {
      found.add(NOT_ALLOWED.at(here + "/amount", "isn't 1: a person has one seat there"));
    }
  }

  /** A day that the action had already may be over: what was agreed isn't rewritten. */
  private void day(
      LocalDate day, LocalDate last, String name, Optional<PlannedAction> before, String at) {
    if (day.isAfter(last)) {
      found.add(INCONSISTENT.at(at, "is after " + name));
    } else if (isOver(day) && before.filter(known -> known.names(day)).isEmpty()) {
      found.add(RANGE.at(at, "is over"));
    }
  }

  private <T> Optional<T> before(
      @Nullable UUID id, Collection<T> known, Function<T, UUID> idOf, String at) {
    if (id == null) {
      return Optional.empty();
    }
    Optional<T> one = known.stream().filter(each -> idOf.apply(each).equals(id)).findFirst();
    if (one.isEmpty()) {
      found.add(NOT_FOUND.at(at + "/id", "is not in the plan; what is new has no id yet"));
    } else if (!named.add(id)) {
      found.add(DUPLICATE.at(at + "/id", "is named twice"));
    }
    return one;
  }

  private static UUID id(Optional<UUID> before) {
    return before.orElseGet(Ids::next);
  }

  private boolean isOver(LocalDate day) {
    return !now.isBefore(days.endOf(day));
  }
}
