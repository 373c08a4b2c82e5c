package org.evenhand.policy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/** The people of the tests, as the directory would have brought them. */
@ApplicationScoped
public class Staff {

  static final Tokens HR = Tokens.forEmployee("H1", "employee", "hr");
  static final Tokens APPROVER = Tokens.forEmployee("H2", "employee", "hr-lead");
  static final Tokens MANAGER = Tokens.forEmployee("M1", "employee", "manager");
  static final Tokens SECOND_MANAGER = Tokens.forEmployee("M2", "employee", "manager");
  static final Tokens OTHER_MANAGER = Tokens.forEmployee("M3", "employee", "manager");
  static final Tokens EMPLOYEE = Tokens.forEmployee("E1", "employee");
  static final Tokens COLLEAGUE = Tokens.forEmployee("E2", "employee");
  static final Tokens AUDITOR = Tokens.forEmployee("A1", "auditor");
  static final Tokens STRANGER = Tokens.forEmployee("X1", "employee", "manager", "hr");
  static final Tokens LEAVER = Tokens.forEmployee("L1", "employee");

  private static final Map<String, String> STATUS =
      Map.of(
          "H1",
          "ACTIVE",
          "H2",
          "ACTIVE",
          "M1",
          "ACTIVE",
          "M2",
          "ACTIVE",
          "M3",
          "ACTIVE",
          "M4",
          "ON_LEAVE",
          "E1",
          "ACTIVE",
          "E2",
          "ACTIVE",
          "A1",
          "ACTIVE",
          "L1",
          "TERMINATED");

  private final DataSource database;

  Staff(DataSource database) {
    this.database = database;
  }

  static UUID id(String externalId) {
    return new UUID(0x7000, externalId.hashCode());
  }

  /** Each manager leads somebody who works here. */
  private static @Nullable UUID manager(String externalId) {
    return switch (externalId) {
      case "E1" -> id("M1");
      case "E2" -> id("M2");
      case "M1" -> id("M3");
      case "M2" -> id("M4");
      default -> null;
    };
  }

  /** Somebody new whom a policy may bind. */
  void joins(String externalId, String legalEntity, String country, String workerType) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into person (employee_id, external_id, status, legal_entity, country,"
                    + " worker_type) values (?, ?, 'ACTIVE', ?, ?, ?)")) {
      insert.setObject(1, id(externalId));
      insert.setString(2, externalId);
      insert.setString(3, legalEntity);
      insert.setString(4, country);
      insert.setString(5, workerType);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether no due work waits to be run; what is being run is still there. */
  boolean isNothingDue(Clock clock) {
    try (var connection = database.getConnection();
        var due = connection.prepareStatement("select 1 from due_work where try_at <= ? limit 1")) {
      due.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      try (var rows = due.executeQuery()) {
        return !rows.next();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void arrive() {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into person (employee_id, external_id, status, manager_id) values (?, ?, ?,"
                    + " ?) on conflict (employee_id) do nothing")) {
      for (var person : STATUS.entrySet()) {
        insert.setObject(1, id(person.getKey()));
        insert.setString(2, person.getKey());
        insert.setString(3, person.getValue());
        insert.setObject(4, manager(person.getKey()));
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
