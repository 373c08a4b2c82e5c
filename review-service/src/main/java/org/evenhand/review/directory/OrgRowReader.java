package org.evenhand.review.directory;

import static org.evenhand.review.directory.OrgColumns.ACTION;
import static org.evenhand.review.directory.OrgColumns.ASSIGNMENT_ID;
import static org.evenhand.review.directory.OrgColumns.COUNTRY;
import static org.evenhand.review.directory.OrgColumns.EFFECTIVE_FROM;
import static org.evenhand.review.directory.OrgColumns.EMAIL;
import static org.evenhand.review.directory.OrgColumns.EXTERNAL_ID;
import static org.evenhand.review.directory.OrgColumns.FAMILY_NAME;
import static org.evenhand.review.directory.OrgColumns.GIVEN_NAME;
import static org.evenhand.review.directory.OrgColumns.JOB_FAMILY;
import static org.evenhand.review.directory.OrgColumns.JOB_LEVEL;
import static org.evenhand.review.directory.OrgColumns.LEGAL_ENTITY;
import static org.evenhand.review.directory.OrgColumns.MANAGER;
import static org.evenhand.review.directory.OrgColumns.ORG_UNIT;
import static org.evenhand.review.directory.OrgColumns.RELATIONSHIP;
import static org.evenhand.review.directory.OrgColumns.STATUS;
import static org.evenhand.review.directory.OrgColumns.WORKER_TYPE;
import static org.evenhand.review.directory.OrgColumns.WORK_LOCATION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.tabular.Cells;
import org.jspecify.annotations.Nullable;

/** Reads a row of an org import cell by cell, as far as that needs no look at the directory. */
final class OrgRowReader {

  /** Says that there is nobody, or nothing, where a blank cell of a CHANGE keeps what is known. */
  static final String NOBODY = "-";

  private static final int ID_LENGTH = 100;
  private static final int TEXT_LENGTH = 200;
  private static final int EMAIL_LENGTH = 254;
  private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s]+|-");
  private static final Pattern COUNTRY_FORM = Pattern.compile("[A-Z]{2}");
  private static final List<String> DESCRIBING =
      List.of(
          GIVEN_NAME,
          ORG_UNIT,
          JOB_LEVEL,
          JOB_FAMILY,
          WORK_LOCATION,
          COUNTRY,
          LEGAL_ENTITY,
          WORKER_TYPE);

  private final Cells cells;
  private final LocalDate today;
  private final Map<String, String> texts = new HashMap<>();

  private OrgRowReader(Cells cells, LocalDate today) {
    this.cells = cells;
    this.today = today;
  }

  /** The row, or what keeps it from being read; the one or the other. */
  record Read(Optional<OrgRow> row, List<Violation> violations) {}

  static Read read(long row, Map<String, String> values, LocalDate today) {
    Cells cells = new Cells(row, values);
    Optional<OrgRow> read = new OrgRowReader(cells, today).read();
    return cells.violations().isEmpty()
        ? new Read(read, List.of())
        : new Read(Optional.empty(), cells.violations());
  }

  private Optional<OrgRow> read() {
    Optional<OrgAction> action = cells.oneOf(ACTION, OrgAction.class);
    if (action.isEmpty()) {
      if (cells.violations().isEmpty()) {
        cells.refuse(ACTION, "is empty");
      }
      return Optional.empty();
    }
    Optional<String> externalId = cells.required(EXTERNAL_ID, ID_LENGTH);
    Optional<LocalDate> from = effectiveFrom();
    Optional<EmploymentStatus> status = status(action.get());
    if (action.get() != OrgAction.TERMINATE) {
      describe(action.get());
    }
    Optional<String> assignment = cells.text(ASSIGNMENT_ID, ID_LENGTH);
    Optional<String> manager = cells.text(MANAGER, ID_LENGTH);
    boolean managerTold = action.get().describesAll() || manager.isPresent();
    Relationship relationship =
        cells.oneOf(RELATIONSHIP, Relationship.class).orElse(Relationship.LINE);
    if (manager.isPresent() && manager.equals(externalId)) {
      cells.refuse(MANAGER, "is the person themself");
    }
    return externalId.flatMap(
        person ->
            from.map(
                day ->
                    new OrgRow(
                        action.get(),
                        person,
                        assignment.orElse(null),
                        relationship,
                        day,
                        managerTold,
                        manager.filter(id -> !id.equals(NOBODY)).orElse(null),
                        known -> person(known, status),
                        this::position)));
  }

  private Optional<LocalDate> effectiveFrom() {
    Optional<LocalDate> from = cells.date(EFFECTIVE_FROM);
    if (from.isPresent() && from.get().isAfter(today)) {
      cells.refuse(
          EFFECTIVE_FROM, "lies ahead: only the present state is kept, send the row on that day");
    }
    return from;
  }

  private Optional<EmploymentStatus> status(OrgAction action) {
    Optional<EmploymentStatus> status = cells.oneOf(STATUS, EmploymentStatus.class);
    boolean leaves = status.filter(told -> told == EmploymentStatus.TERMINATED).isPresent();
    if (action != OrgAction.TERMINATE && leaves) {
      cells.refuse(
          STATUS, "is TERMINATED, which only a row with the action TERMINATE brings about");
    }
    if (action == OrgAction.TERMINATE && status.isPresent() && !leaves) {
      cells.refuse(STATUS, "is " + status.get() + " beside the action TERMINATE");
    }
    return status;
  }

  private void describe(OrgAction action) {
    for (String column : DESCRIBING) {
      Optional<String> text =
          action.describesAll()
              ? cells.required(column, TEXT_LENGTH)
              : cells.text(column, TEXT_LENGTH);
      text.ifPresent(told -> texts.put(column, told));
    }
    // Some people have one name only.
    Optional<String> familyName = cells.text(FAMILY_NAME, TEXT_LENGTH);
    if (familyName.isPresent() || action.describesAll()) {
      texts.put(FAMILY_NAME, familyName.orElse(""));
    }
    cells.matching(
        COUNTRY, TEXT_LENGTH, COUNTRY_FORM, "a country code like NL (ISO 3166-1 alpha-2)");
    cells
        .matching(EMAIL, EMAIL_LENGTH, EMAIL_FORM, "an e-mail address")
        .ifPresent(text -> texts.put(EMAIL, text));
  }

  private Person person(@Nullable Person known, Optional<EmploymentStatus> status) {
    return new Person(
        text(GIVEN_NAME, known, Person::givenName),
        text(FAMILY_NAME, known, Person::familyName),
        email(known),
        status.orElse(known == null ? EmploymentStatus.ACTIVE : known.status()));
  }

  private @Nullable String email(@Nullable Person known) {
    String told = texts.get(EMAIL);
    if (told == null) {
      return known == null ? null : known.email();
    }
    return told.equals(NOBODY) ? null : told;
  }

  private Position position(@Nullable Position known) {
    return new Position(
        text(ORG_UNIT, known, Position::orgUnit),
        text(JOB_LEVEL, known, Position::jobLevel),
        text(JOB_FAMILY, known, Position::jobFamily),
        text(WORK_LOCATION, known, Position::workLocation),
        text(COUNTRY, known, Position::country),
        text(LEGAL_ENTITY, known, Position::legalEntity),
        text(WORKER_TYPE, known, Position::workerType));
  }

  private <T> String text(String column, @Nullable T known, Function<T, String> of) {
    String told = texts.get(column);
    if (told != null) {
      return told;
    }
    if (known == null) {
      throw new IllegalStateException("A row that describes somebody new lacks " + column);
    }
    return of.apply(known);
  }
}
