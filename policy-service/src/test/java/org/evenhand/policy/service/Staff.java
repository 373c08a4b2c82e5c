package org.evenhand.policy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.kit.test.Tokens;

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

  void arrive() {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into person (employee_id, external_id, status) values (?, ?, ?)"
                    + " on conflict (employee_id) do nothing")) {
      for (var person : STATUS.entrySet()) {
        insert.setObject(1, id(person.getKey()));
        insert.setString(2, person.getKey());
        insert.setString(3, person.getValue());
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
