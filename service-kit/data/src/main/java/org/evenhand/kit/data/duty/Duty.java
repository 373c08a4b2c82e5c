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
 * @param since when it came up
 * @param dueAt when the due day ends at the place
 * @param nextAt when it moves on by itself; null where it doesn't
 * @param step how many steps of the escalation path have been taken
 * @param responsible who looks after it too, since the last step; the holder still owes it
 */
record Duty(
    UUID id,
    long version,
    DutyKind kind,
    Side side,
    UUID subject,
    String part,
    Holder holder,
    @Nullable UUID about,
    @Nullable String place,
    Instant since,
    LocalDate dueOn,
    Instant dueAt,
    @Nullable Instant nextAt,
    DutyState state,
    int step,
    @Nullable Holder responsible,
    @Nullable Instant closedAt) {

  static Duty opened(Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    return new Duty(
            Ids.next(),
            0,
            owed.kind(),
            owed.side(),
            owed.subject(),
            owed.part(),
            owed.holder(),
            owed.about(),
            owed.place(),
            now,
            LocalDate.EPOCH,
            Instant.EPOCH,
            null,
            DutyState.DUE,
            0,
            null,
            null)
        .dueOn(firstDeadline(owed, terms, days, now), days)
        .waiting(now);
  }

  /** What is shown and not kept: the same each time it is asked for. */
  static Duty unrecorded(Owed owed, Instant now) {
    byte[] name = owed.key().toString().getBytes(StandardCharsets.UTF_8);
    return opened(owed, owed.kind().terms(), WorkingDays.unknown(), now)
        .as(UUID.nameUUIDFromBytes(name), 0);
  }

  /** What is asked for after its milestone gets the days of its kind. */
  private static LocalDate firstDeadline(
      Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    LocalDate today = days.today(now);
    return owed.dueOn() == null || owed.dueOn().isBefore(today)
        ? days.plus(today, terms.workingDays())
        : days.onOrAfter(owed.dueOn());
  }

  Owed.Key key() {
    return new Owed.Key(kind.name(), subject, part);
  }

  boolean isOpen() {
    return state.isOpen();
  }

  /** Whether it is this person's by name, be it to do or to look after. */
  boolean isOf(UUID person) {
    return person.equals(holder.person())
        || responsible != null && person.equals(responsible.person());
  }

  /**
   * @param open the operations that the caller may use, by subject; all of one that isn't there
   */
  boolean isDoneBy(Map<UUID, Set<String>> open) {
    Set<String> may = open.get(subject);
    return may == null || kind.operations().stream().anyMatch(may::contains);
  }

  /** A closed duty stays as late as it was. */
  boolean isLate(Instant now) {
    return !Objects.requireNonNullElse(closedAt, now).isBefore(dueAt);
  }

  /** Takes over what its aggregate says now. */
  Duty following(Owed owed, DutyTerms terms, WorkingDays days, Instant now) {
    if (state == DutyState.WAIVED) {
      return this;
    }
    if (owed.met()) {
      return isOpen() ? closed(DutyState.DONE, now) : this;
    }
    if (!isOpen()) {
      return opened(owed, terms, days, now).as(id, version + 1);
    }
    Duty same = extended(owed, days, now);
    return owed.holder().equals(holder) && Objects.equals(owed.about(), about)
        ? same
        : same.next().with(owed.holder(), owed.about()).waiting(now);
  }

  /** A date that is moved forward doesn't shorten the time that somebody was given. */
  private Duty extended(Owed owed, WorkingDays days, Instant now) {
    LocalDate asked = owed.dueOn();
    return asked == null || !asked.isAfter(dueOn)
        ? this
        : next().dueOn(days.onOrAfter(asked), days).waiting(now);
  }

  Duty lapsed(Instant now) {
    return isOpen() ? closed(DutyState.LAPSED, now) : this;
  }

  /**
   * Moves on by itself, one step: from due to overdue, then along the path. A vacancy is a step
   * like others, and the next one follows at once.
   */
  Duty moving(DutyTerms terms, WorkingDays days, Instant now, Responsibles found) {
    List<Escalation> path = terms.path();
    if (state == DutyState.DUE && !holder.isVacant()) {
      return at(
          DutyState.OVERDUE, 0, null, days.endOf(days.plus(dueOn, path.get(0).workingDays())));
    }
    if (step >= path.size()) {
      return at(state, step, responsible, null);
    }
    Holder next = responsible(path.get(step).to(), found);
    int taken = step + 1;
    Instant then =
        taken == path.size()
            ? null
            : next.isVacant()
                ? now
                : days.endOf(days.plus(days.today(now), path.get(taken).workingDays()));
    return at(DutyState.ESCALATED, taken, next, then);
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

  /** Whom it concerns never looks after it, nor does the holder, wherever the lines lead. */
  private @Nullable UUID nextUp(Responsibles found) {
    UUID from =
        Optional.ofNullable(responsible)
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
        concerned(), Stream.ofNullable(responsible).map(Holder::person).filter(Objects::nonNull));
  }

  private Duty next() {
    return as(id, version + 1);
  }

  private Duty as(UUID id, long version) {
    return new Duty(
        id,
        version,
        kind,
        side,
        subject,
        part,
        holder,
        about,
        place,
        since,
        dueOn,
        dueAt,
        nextAt,
        state,
        step,
        responsible,
        closedAt);
  }

  private Duty with(Holder who, @Nullable UUID whom) {
    return new Duty(
        id,
        version,
        kind,
        side,
        subject,
        part,
        who,
        whom,
        place,
        since,
        dueOn,
        dueAt,
        nextAt,
        state,
        step,
        responsible,
        closedAt);
  }

  private Duty dueOn(LocalDate day, WorkingDays days) {
    return new Duty(
        id,
        version,
        kind,
        side,
        subject,
        part,
        holder,
        about,
        place,
        since,
        day,
        days.endOf(day),
        nextAt,
        state,
        step,
        responsible,
        closedAt);
  }

  /**
   * Due anew where there is time, so that whoever takes over starts without the delay of others.
   * What is late already stays where it is on its path.
   */
  private Duty waiting(Instant now) {
    if (!now.isBefore(dueAt)) {
      return this;
    }
    Instant next = holder.isVacant() ? now : dueAt;
    return new Duty(
        id,
        version,
        kind,
        side,
        subject,
        part,
        holder,
        about,
        place,
        since,
        dueOn,
        dueAt,
        next,
        DutyState.DUE,
        0,
        null,
        null);
  }

  private Duty at(DutyState to, int taken, @Nullable Holder too, @Nullable Instant then) {
    return new Duty(
        id,
        version + 1,
        kind,
        side,
        subject,
        part,
        holder,
        about,
        place,
        since,
        dueOn,
        dueAt,
        then,
        to,
        taken,
        too,
        null);
  }

  private Duty closed(DutyState how, Instant now) {
    return new Duty(
        id,
        version + 1,
        kind,
        side,
        subject,
        part,
        holder,
        about,
        place,
        since,
        dueOn,
        dueAt,
        null,
        how,
        step,
        responsible,
        now);
  }
}
