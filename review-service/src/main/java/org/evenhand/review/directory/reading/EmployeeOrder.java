package org.evenhand.review.directory.reading;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import java.util.Optional;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.reading.Employees.Shown;
import org.jspecify.annotations.Nullable;

/** In which order employees are read, and from where on. */
sealed interface EmployeeOrder {

  /** What comes after the place, as clauses over {@code employee e}. */
  String clauses();

  String columns();

  Rows bind(Rows rows);

  /** The order, from an employee on who was shown. */
  EmployeeOrder after(Shown last, ChangePosition begun);

  Cursor cursor();

  /** Up to where changes have been read; empty while the list has only begun. */
  Optional<ChangePosition> position();

  /**
   * @throws Problem INVALID_PARAMETER
   */
  static EmployeeOrder of(@Nullable Cursor cursor, @Nullable String updatedSince) {
    if (cursor != null && updatedSince != null) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "Only one place to begin can be told.")
          .with(INCONSISTENT.parameter("updatedSince", "stands beside cursor"));
    }
    if (updatedSince != null) {
      return new ByChange(ChangePosition.of("updatedSince", updatedSince));
    }
    if (cursor == null) {
      return new ById("", Optional.empty());
    }
    return cursor.parts().size() == ById.PARTS
        ? ById.of(cursor)
        : new ByChange(ChangePosition.of("cursor", cursor.encode()));
  }

  /**
   * By externalId. Whoever reads the pages one after the other gets, with each, where the order of
   * changes stood at the first: what changed in the meantime is read again, and never missed.
   */
  record ById(String after, Optional<ChangePosition> position) implements EmployeeOrder {

    private static final int PARTS = 3;

    private static ById of(Cursor cursor) {
      Cursor begun = new Cursor(cursor.parts().subList(1, PARTS));
      return new ById(cursor.text(0), Optional.of(ChangePosition.of("cursor", begun.encode())));
    }

    @Override
    public String clauses() {
      return " and e.external_id > :after";
    }

    @Override
    public String columns() {
      return "e.external_id";
    }

    @Override
    public Rows bind(Rows rows) {
      return rows.bind("after", after);
    }

    @Override
    public EmployeeOrder after(Shown last, ChangePosition begun) {
      return new ById(last.view().externalId(), Optional.of(position.orElse(begun)));
    }

    @Override
    public Cursor cursor() {
      ChangePosition begun = position.orElseThrow();
      return Cursor.of(after, begun.changedIn(), begun.id());
    }
  }

  /**
   * In the order of commits. Somebody is shown once every transaction that began before the one
   * that changed them has ended: until then one of those could still commit an older position.
   */
  record ByChange(ChangePosition from) implements EmployeeOrder {

    @Override
    public String clauses() {
      return """
       and (e.changed_in, e.id) > (cast(cast(:changedIn as text) as xid8), :changedId)
       and e.changed_in < pg_snapshot_xmin(pg_current_snapshot())
      """;
    }

    @Override
    public String columns() {
      return "e.changed_in, e.id";
    }

    @Override
    public Rows bind(Rows rows) {
      return rows.bind("changedIn", from.changedIn()).bind("changedId", from.id());
    }

    @Override
    public EmployeeOrder after(Shown last, ChangePosition begun) {
      return new ByChange(last.position());
    }

    @Override
    public Cursor cursor() {
      return Cursor.of(from.changedIn(), from.id());
    }

    @Override
    public Optional<ChangePosition> position() {
      return Optional.of(from);
    }
  }
}
