package org.evenhand.policy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/** A company of two units, CH-North and CH-South, as the directory would have brought it. */
@ApplicationScoped
public class CharterPeople {

  static final Tokens AUTHOR = Tokens.forEmployee("CH-H1", "employee", "hr");
  static final Tokens HR = Tokens.forEmployee("CH-H2", "employee", "hr");
  static final Tokens NORTH = Tokens.forEmployee("CH-M1", "employee", "manager");
  static final Tokens NORTH_TOO = Tokens.forEmployee("CH-M2", "employee", "manager");
  static final Tokens SOUTH = Tokens.forEmployee("CH-M3", "employee", "manager");
  static final Tokens SOUTH_TOO = Tokens.forEmployee("CH-M4", "employee", "manager");
  static final Tokens EMPLOYEE = Tokens.forEmployee("CH-E1", "employee");

  private static final String SERVES_NORTH =
      "[{\"orgUnit\": \"CH-North\", \"from\": \"2020-01-01\"}]";

  private final DataSource database;

  CharterPeople(DataSource database) {
    this.database = database;
  }

  static UUID id(String externalId) {
    return Staff.id(externalId);
  }

  void arrive() {
    try (Connection connection = database.getConnection()) {
      arrives(connection, "CH-H1", "CH-North", null, SERVES_NORTH);
      arrives(connection, "CH-H2", "CH-North", null, SERVES_NORTH);
      arrives(connection, "CH-M1", "CH-North", null, "[]");
      arrives(connection, "CH-M2", "CH-North", null, "[]");
      arrives(connection, "CH-M3", "CH-South", null, "[]");
      arrives(connection, "CH-M4", "CH-South", null, "[]");
      arrives(connection, "CH-E1", "CH-North", "CH-M1", "[]");
      arrives(connection, "CH-E2", "CH-North", "CH-M2", "[]");
      arrives(connection, "CH-E3", "CH-South", "CH-M3", "[]");
      arrives(connection, "CH-E4", "CH-South", "CH-M4", "[]");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void leaves(String externalId) {
    run("update person set status = 'TERMINATED' where external_id = '" + externalId + "'");
  }

  /** No charter of another test is in the way. */
  void withoutCharter() {
    run("update charter set state = 'SUPERSEDED'");
    run("delete from governance_review");
    run("delete from due_work where kind like 'governance-%' or kind like 'charter-%'");
    run(
        "delete from duty where kind in ('CHARTER_SIGNATURE', 'GOVERNANCE_REVIEW',"
            + " 'MINUTES_SIGNATURE', 'DECISION_ACTION')");
  }

  /** As one that was signed when its first path could still lead elsewhere. */
  void wasSignedFor(CharterUnderTest charter, String kind) {
    run(
        "update charter set content = jsonb_set(content, '{terms,0,kind}', '\"%s\"') where id = '%s'"
            .formatted(kind, charter.id()));
  }

  /** Whether the days and paths of duties are this charter's. */
  boolean isFollowed(String charter) {
    return exists("duty_charter where charter ->> 'charterId' = '" + charter + "'");
  }

  /** Whether the agenda counts a duty as late. */
  boolean isLate(UUID duty) {
    return exists("late_duty where id = '" + duty + "'");
  }

  /** Whether so many reviews of a cycle are known to have missed a milestone. */
  boolean isMissed(UUID cycle, long reviews) {
    return exists(
        "missed_milestone where cycle_id = '%s' and reviews = %d".formatted(cycle, reviews));
  }

  /** Whether the agreement of a session of a cycle is known. */
  boolean isMeasured(UUID cycle) {
    return exists("session_agreement where cycle_id = '" + cycle + "'");
  }

  /** Whether the drift of a cycle is known. */
  boolean isDrifted(UUID cycle) {
    return exists("signalled_drift where cycle_id = '" + cycle + "'");
  }

  private boolean exists(String from) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("select exists (select 1 from " + from + ")")) {
      return result.next() && result.getBoolean(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String sql) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void arrives(
      Connection connection, String id, String unit, @Nullable String manager, String hrUnits)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into person (employee_id, external_id, status, manager_id, org_unit, hr_units)"
                + " values (?, ?, 'ACTIVE', ?, ?, cast(? as jsonb)) on conflict (employee_id) do"
                + " update set status = excluded.status, hr_units = excluded.hr_units")) {
      insert.setObject(1, id(id));
      insert.setString(2, id);
      insert.setObject(3, manager == null ? null : id(manager));
      insert.setString(4, unit);
      insert.setString(5, hrUnits);
      insert.executeUpdate();
    }
  }
}
