package org.evenhand.review.directory.orgrules;

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
import org.evenhand.kit.data.imports.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.directory.people.Relationship;
import org.jspecify.annotations.Nullable;

/** A row of an org import, as the rules take it. */
public record OrgRow(ImportRow sent) {

  OrgAction action() {
    return sent.oneOf(ACTION, OrgAction.class).orElseThrow();
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

  LocalDate effectiveFrom() {
    return sent.date(EFFECTIVE_FROM).orElseThrow();
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
        sent.oneOf(STATUS, EmploymentStatus.class)
            .orElse(known == null ? EmploymentStatus.ACTIVE : known.status()));
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
      OrgColumns.DESCRIBING.stream()
          .filter(column -> sent.text(column).isEmpty())
          .forEach(
              column -> faults.add(fault(REQUIRED, column, "is empty in a row with " + action())));
    }
    if (effectiveFrom().isAfter(today)) {
      faults.add(
          fault(
              RANGE,
              EFFECTIVE_FROM,
              "lies ahead: only the present state is kept, send the row on that day"));
    }
    sent.oneOf(STATUS, EmploymentStatus.class).ifPresent(status -> check(status, faults));
    if (manager().filter(externalId()::equals).isPresent()) {
      faults.add(fault(NOT_ALLOWED, MANAGER, "is the person themself"));
    }
    return faults;
  }

  private void check(EmploymentStatus status, List<Violation> faults) {
    boolean leaves = status == EmploymentStatus.TERMINATED;
    if (action() != OrgAction.TERMINATE && leaves) {
      faults.add(
          fault(
              INCONSISTENT,
              STATUS,
              "is TERMINATED, which only a row with the action TERMINATE brings about"));
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
