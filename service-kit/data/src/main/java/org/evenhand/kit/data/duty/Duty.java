package org.evenhand.kit.data.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/**
 * A duty as its row has it. Each change gives another one with the next version; what changes
 * nothing gives the same.
 *
 * @param about the person whom it concerns
 */
record Duty(
    UUID id,
    long version,
    Matter matter,
    Holder holder,
    @Nullable UUID about,
    Deadline deadline,
    Course course) {

  /**
   * What it is, which stays.
   *
   * @param since when it came up
   */
  record Matter(
      DutyKind kind, Side side, UUID subject, String part, @Nullable String place, Instant since) {}

  /**
   * By when.
   *
   * @param at when the day ends at the place
   */
  record Deadline(LocalDate on, Instant at) {

    static Deadline of(LocalDate day, WorkingDays days) {
      return new Deadline(day, days.endOf(day));
    }
  }

  /**
   * How it goes.
   *
   * @param step how many steps of the escalation path have been taken
   * @param responsible who looks after it too, since the last step; the holder still owes it
   * @param nextAt when it moves on by itself; null where it doesn't
   */
  record Course(
      DutyState state,
      int step,
      @Nullable Holder responsible,
      @Nullable Instant nextAt,
      @Nullable Instant closedAt) {

    private static Course due(Instant nextAt) {
      return new Course(DutyState.DUE, 0, null, nextAt, null);
    }
  }

  static Duty opened(Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    return opened(Ids.next(), 0, owed, terms, days, now);
  }

  private static Duty opened(
      UUID id, long version, Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    Deadline deadline = Deadline.of(firstDay(owed, terms, days, now), days);
    return new Duty(
        id,
        version,
        new Matter(owed.kind(), owed.side(), owed.subject(), owed.part(), owed.place(), now),
        owed.holder(),
        owed.about(),
        deadline,
        Course.due(owed.holder().isVacant() ? now : deadline.at()));
  }

  /** What is shown and not kept: the same each time it is asked for, also once it is late. */
  static Duty unrecorded(Owed owed, Instant now) {
    UUID id = UUID.nameUUIDFromBytes(owed.key().toString().getBytes(StandardCharsets.UTF_8));
    Duty opened = opened(id, 0, owed, owed.kind().terms(), WorkingDays.unknown(), now);
    return owed.dueOn() == null ? opened : opened.due(owed.dueOn());
  }

  private Duty due(LocalDate day) {
    return new Duty(
        id, version, matter, holder, about, Deadline.of(day, WorkingDays.unknown()), course);
  }

  /** What is asked for after its milestone gets the days of its kind. */
  private static LocalDate firstDay(Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    LocalDate today = days.today(now);
    return owed.dueOn() == null || owed.dueOn().isBefore(today)
        ? days.plus(today, terms.workingDays())
        : days.onOrAfter(owed.dueOn());
  }

  DutyKind kind() {
    return matter.kind();
  }

  Owed.Key key() {
    return new Owed.Key(kind().name(), matter.subject(), matter.part());
  }

  boolean isWaivable() {
    return kind().neededBecause().isEmpty();
  }

  boolean isOpen() {
    return course.state().isOpen();
  }

  /** Whether it is theirs by name, be it to do, for themself or for another, or to look after. */
  boolean isOf(Worker worker) {
    return worker.person().equals(holder.person())
        || isLookedAfterBy(worker)
        || isDelegatedTo(worker);
  }

  /** Whether they owe it: by name, for somebody else, or by their role. */
  boolean isHeldBy(Worker worker) {
    return worker.person().equals(holder.person())
        || isDelegatedTo(worker)
        || holder.isRoleOf(worker);
  }

  boolean isLookedAfterBy(Worker worker) {
    return course.responsible() != null && worker.person().equals(course.responsible().person());
  }

  boolean isLookedAfterByRoleOf(Worker worker) {
    return course.responsible() != null && course.responsible().isRoleOf(worker);
  }

  boolean isDelegatedTo(Worker worker) {
    return holder.person() != null
        && worker.actsFor().getOrDefault(holder.person(), Set.of()).contains(kind().name());
  }

  /**
   * Whether it is a task of somebody by a role. Who owes it can do it; who looks after it for
   * others may know of what it is about.
   *
   * @param open the operations that the worker may use, by subject; all of one that isn't there
   */
  boolean isOpenTo(Worker worker, Map<UUID, Set<String>> open) {
    Set<String> may = open.get(matter.subject());
    return may == null
        || holder.isRoleOf(worker) && kind().operations().stream().anyMatch(may::contains)
        || isLookedAfterByRoleOf(worker) && !may.isEmpty();
  }

  /** A closed duty stays as late as it was. */
  boolean isLate(Instant now) {
    return !Objects.requireNonNullElse(course.closedAt(), now).isBefore(deadline.at());
  }

  /** Takes over what its aggregate says now. */
  Duty following(Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    if (course.state() == DutyState.WAIVED && !isOfSomebodyElse(owed)) {
      return this;
    }
    if (owed.met()) {
      return isOpen() ? closed(DutyState.DONE, now) : this;
    }
    if (!isOpen()) {
      return opened(id, version + 1, owed, terms, days, now);
    }
    Deadline later = later(owed, days);
    return owed.holder().equals(holder)
            && Objects.equals(owed.about(), about)
            && later.equals(deadline)
        ? this
        : new Duty(
            id, version + 1, matter, owed.holder(), owed.about(), later, course(owed, later, now));
  }

  /** What was waived was waived for one person; whoever takes over owes it. */
  private boolean isOfSomebodyElse(Owed owed) {
    return owed.holder().person() != null && !owed.holder().equals(holder);
  }

  /** A date that is moved forward doesn't shorten the time that somebody was given. */
  private Deadline later(Owed owed, WorkingDays days) {
    LocalDate asked = owed.dueOn();
    return asked == null || !asked.isAfter(deadline.on())
        ? deadline
        : Deadline.of(days.onOrAfter(asked), days);
  }

  /**
   * Due anew where there is time, so that whoever takes over starts without the delay of others.
   * What is late already stays where it is on its path.
   */
  private Course course(Owed owed, Deadline until, Instant now) {
    if (!now.isBefore(until.at())) {
      return course;
    }
    return Course.due(owed.holder().isVacant() ? now : until.at());
  }

  Duty lapsed(Instant now) {
    return isOpen() ? closed(DutyState.LAPSED, now) : this;
  }

  /** As late as it is by now. */
  Duty waived(Instant now) {
    return closed(DutyState.WAIVED, now);
  }

  /**
   * Moves on by itself, one step: from due to overdue, then along the path. A vacancy is a step
   * like others, and the next one follows at once. What waits for somebody who is away goes along
   * the path without being late; whoever is there again by now has until the day. What is
   * confidential waits for its holder until the day, and goes nowhere then.
   */
  Duty moving(DutyTerms terms, WorkingDays days, Instant now, Responsibles found) {
    List<Escalation> path = terms.path();
    if (course.state() == DutyState.DUE
        && (path.isEmpty() || !holder.isVacant() && !waitsForNobody(found))) {
      return now.isBefore(deadline.at())
          ? on(Course.due(deadline.at()))
          : on(new Course(DutyState.OVERDUE, 0, null, firstStep(path, days), null));
    }
    int step = course.step();
    if (step >= path.size()) {
      return on(new Course(course.state(), step, course.responsible(), null, null));
    }
    Holder next = responsible(path.get(step).to(), found);
    int taken = step + 1;
    return on(
        new Course(DutyState.ESCALATED, taken, next, then(path, taken, next, days, now), null));
  }

  private @Nullable Instant firstStep(List<Escalation> path, WorkingDays days) {
    return path.isEmpty() ? null : days.endOf(days.plus(deadline.on(), path.get(0).workingDays()));
  }

  /** At the end of a path it is told once more when its day is over, which is when it is late. */
  private @Nullable Instant then(
      List<Escalation> path, int taken, Holder next, WorkingDays days, Instant now) {
    if (taken == path.size()) {
      return isLate(now) ? null : deadline.at();
    }
    return next.isVacant()
        ? now
        : days.endOf(days.plus(from(days.today(now)), path.get(taken).workingDays()));
  }

  /** Whoever looks after it before it is late has until its day, as the holder would. */
  private LocalDate from(LocalDate today) {
    return today.isBefore(deadline.on()) ? deadline.on() : today;
  }

  private Holder responsible(Responsible to, Responsibles found) {
    return switch (to) {
      case NEXT_UP -> Holder.of(nextUp(found));
      case HR ->
          concerned()
              .flatMap(person -> Stream.ofNullable(found.hrUnits().get(person)))
              .findFirst()
              .map(unit -> Holder.role(Roles.HR, unit))
              .orElse(Holder.VACANT);
      case HR_LEAD -> Holder.role(Roles.HR_LEAD, null);
    };
  }

  /** What somebody owes about themself waits for them, as nobody else can do it. */
  private boolean waitsForNobody(Responsibles found) {
    UUID person = holder.person();
    return person != null
        && found.away().contains(person)
        && !found.represented().getOrDefault(person, Set.of()).contains(kind().name())
        && !person.equals(about);
  }

  /** Whom it concerns never looks after it, nor does the holder, wherever the lines lead. */
  private @Nullable UUID nextUp(Responsibles found) {
    UUID from =
        Optional.ofNullable(course.responsible())
            .map(Holder::person)
            .or(() -> concerned().findFirst())
            .orElse(null);
    return from == null
        ? null
        : found.above().getOrDefault(from, List.of()).stream()
            .filter(person -> !person.equals(about) && !person.equals(holder.person()))
            .findFirst()
            .orElse(null);
  }

  /** Whose line and HR count: the holder's, or of a vacant duty those of the person concerned. */
  Stream<UUID> concerned() {
    return Stream.of(Optional.ofNullable(holder.person()), Optional.ofNullable(about))
        .flatMap(Optional::stream);
  }

  /** Everybody whose line may be asked for the next step. */
  Stream<UUID> asked() {
    return Stream.concat(
        concerned(),
        Stream.ofNullable(course.responsible()).map(Holder::person).filter(Objects::nonNull));
  }

  /** Whose a secret was, nothing says once it is over. */
  private Duty closed(DutyState how, Instant now) {
    Course closed = new Course(how, course.step(), course.responsible(), null, now);
    return kind().isSecret()
        ? new Duty(id, version + 1, matter, Holder.VACANT, about, deadline, closed)
        : on(closed);
  }

  private Duty on(Course next) {
    return new Duty(id, version + 1, matter, holder, about, deadline, next);
  }
}
