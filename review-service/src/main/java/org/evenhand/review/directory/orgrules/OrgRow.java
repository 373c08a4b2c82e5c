package org.evenhand.review.directory.orgrules;

import static java.util.Objects.requireNonNull;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.review.directory.orgrules.OrgColumns.ACTION;
import static org.evenhand.review.directory.orgrules.OrgColumns.ASSIGNMENT_ID;
import static org.evenhand.review.directory.orgrules.OrgColumns.COUNTRY;
import static org.evenhand.review.directory.orgrules.OrgColumns.EFFECTIVE_FROM;
import static org.evenhand.review.directory.orgrules.OrgColumns.EMAIL;
import static org.evenhand.review.directory.orgrules.OrgColumns.EXTERNAL_ID;
import static org.evenhand.review.directory.orgrules.OrgColumns.FAMILY_NAME;
import static org.evenhand.review.directory.orgrules.OrgColumns.GIVEN_NAME;
import static org.evenhand.review.directory.orgrules.OrgColumns.HIRED_ON;
import static org.evenhand.review.directory.orgrules.OrgColumns.JOB_FAMILY;
import static org.evenhand.review.directory.orgrules.OrgColumns.JOB_LEVEL;
import static org.evenhand.review.directory.orgrules.OrgColumns.LEGAL_ENTITY;
import static org.evenhand.review.directory.orgrules.OrgColumns.MANAGER;
import static org.evenhand.review.directory.orgrules.OrgColumns.NOBODY;
import static org.evenhand.review.directory.orgrules.OrgColumns.ORG_UNIT;
import static org.evenhand.review.directory.orgrules.OrgColumns.RELATIONSHIP;
import static org.evenhand.review.directory.orgrules.OrgColumns.STATUS;
import static org.evenhand.review.directory.orgrules.OrgColumns.WORKER_TYPE;
import static org.evenhand.review.directory.orgrules.OrgColumns.WORK_LOCATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.directory.people.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * A row of an org import, as the rules take it.
 *
 * @param day from which on it holds; null where an UPSERT leaves that to the day of the import
 */
public record OrgRow(ImportRow sent, OrgAction action, @Nullable LocalDate day) {

  public OrgRow(ImportRow sent) {
    this(
        sent,
        sent.oneOf(ACTION, OrgAction.class).orElseThrow(),
        sent.date(EFFECTIVE_FROM).orElse(null));
  }

  /** The row as it would be if its sender had said themself what has happened, and since when. */
  OrgRow as(OrgAction happened, LocalDate since) {
    return new OrgRow(sent, happened, since);
  }

  public String externalId() {
    return sent.required(EXTERNAL_ID);
  }

  /** Empty where the HRIS keeps no assignments: the person's only or main one. */
  Optional<String> assignment() {
    return sent.text(ASSIGNMENT_ID);
  }

  Relationship relationship() {
    return sent.oneOf(RELATIONSHIP, Relationship.class).orElse(Relationship.LINE);
  }

  /** Of every row but an UPSERT. */
  LocalDate effectiveFrom() {
    return requireNonNull(day);
  }

  Optional<LocalDate> toldDay() {
    return Optional.ofNullable(day);
  }

  Optional<LocalDate> hiredOn() {
    return sent.date(HIRED_ON);
  }

  Optional<EmploymentStatus> status() {
    return sent.oneOf(STATUS, EmploymentStatus.class);
  }

  boolean leaves() {
    return status().filter(EmploymentStatus.TERMINATED::equals).isPresent();
  }

  /** What a row that brings somebody in has to say, and this one doesn't. */
  List<String> undescribed() {
    return OrgColumns.DESCRIBING.stream().filter(column -> sent.text(column).isEmpty()).toList();
  }

  /** Whether the row says who the manager is, be it nobody. */
  boolean managerTold() {
    return action().describesAll() || sent.text(MANAGER).isPresent();
  }

  public Optional<String> manager() {
    return sent.text(MANAGER).filter(id -> !id.equals(NOBODY));
  }

  /** What it says of the person, laid over what is known of them already. */
  Person personOver(@Nullable Person known) {
    return new Person(
        text(GIVEN_NAME, known, Person::givenName),
        familyName(known),
        email(known),
        status().orElse(known == null ? EmploymentStatus.ACTIVE : known.status()));
  }

  /** What it says of the assignment, laid over what is known of it already. */
  Position positionOver(@Nullable Position known) {
    return new Position(
        text(ORG_UNIT, known, Position::orgUnit),
        text(JOB_LEVEL, known, Position::jobLevel),
        text(JOB_FAMILY, known, Position::jobFamily),
        text(WORK_LOCATION, known, Position::workLocation),
        text(COUNTRY, known, Position::country),
        text(LEGAL_ENTITY, known, Position::legalEntity),
        text(WORKER_TYPE, known, Position::workerType));
  }

  /**
   * What is wrong with it, whatever else stands in the file.
   *
   * @param today the latest day that has begun anywhere
   */
  public List<Violation> faults(LocalDate today) {
    List<Violation> faults = new ArrayList<>();
    if (action().describesAll()) {
      undescribed()
          .forEach(
              column -> faults.add(fault(REQUIRED, column, "is empty in a row with " + action())));
    }
    checkDays(today, faults);
    status().filter(status -> action() != OrgAction.UPSERT).ifPresent(told -> check(told, faults));
    if (manager().filter(externalId()::equals).isPresent()) {
      faults.add(fault(NOT_ALLOWED, MANAGER, "is the person themself"));
    }
    return faults;
  }

  private void checkDays(LocalDate today, List<Violation> faults) {
    if (action() != OrgAction.UPSERT && day == null) {
      faults.add(fault(REQUIRED, EFFECTIVE_FROM, "is empty in a row with " + action()));
    }
    if (action() != OrgAction.UPSERT && hiredOn().isPresent()) {
      faults.add(
          fault(INCONSISTENT, HIRED_ON, "stands in a row with " + action() + "; UPSERT takes it"));
    }
    ahead(EFFECTIVE_FROM, toldDay(), today, faults);
    ahead(HIRED_ON, hiredOn(), today, faults);
  }

  private void ahead(
      String column, Optional<LocalDate> told, LocalDate today, List<Violation> faults) {
    if (told.filter(each -> each.isAfter(today)).isPresent()) {
      faults.add(
          fault(
              RANGE,
              column,
              "lies ahead: only the present state is kept, send the row on that day"));
    }
  }

  private void check(EmploymentStatus status, List<Violation> faults) {
    boolean leaves = status == EmploymentStatus.TERMINATED;
    if (action() != OrgAction.TERMINATE && leaves) {
      faults.add(
          fault(
              INCONSISTENT, STATUS, "is TERMINATED, which only TERMINATE and UPSERT bring about"));
    }
    if (action() == OrgAction.TERMINATE && !leaves) {
      faults.add(fault(INCONSISTENT, STATUS, "is " + status + " beside the action TERMINATE"));
    }
  }

  /** Some people have one name only. */
  private String familyName(@Nullable Person known) {
    return action().describesAll() || known == null
        ? sent.text(FAMILY_NAME).orElse("")
        : sent.text(FAMILY_NAME).orElse(known.familyName());
  }

  private @Nullable String email(@Nullable Person known) {
    Optional<String> told = sent.text(EMAIL);
    if (told.isEmpty()) {
      return known == null ? null : known.email();
    }
    return told.filter(email -> !email.equals(NOBODY)).orElse(null);
  }

  private <T> String text(String column, @Nullable T known, Function<T, String> of) {
    return sent.text(column)
        .orElseGet(
            () -> {
              if (known == null) {
                throw new IllegalStateException("A row about somebody new lacks " + column);
              }
              return of.apply(known);
            });
  }

  private Violation fault(ViolationCode code, String column, String detail) {
    return code.cell(sent.row(), column, detail);
  }
}
