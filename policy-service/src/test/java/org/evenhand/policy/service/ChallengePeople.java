package org.evenhand.policy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Employees under a manager, and HR with a line of its own: an HR partner who leads one of the
 * employees, another one over a third.
 */
@ApplicationScoped
public class ChallengePeople {

  static final Tokens HR = Tokens.forEmployee("CL-H1", "employee", "hr");

  /** Leads {@link #UNDER_PARTNER}, and nobody else. */
  static final Tokens PARTNER = Tokens.forEmployee("CL-H2", "employee", "manager", "hr");

  static final Tokens UNDER_PARTNER = Tokens.forEmployee("CL-H3", "employee", "hr");

  /** Leads {@link #EMPLOYEE}. */
  static final Tokens HR_BOSS = Tokens.forEmployee("CL-H4", "employee", "manager", "hr");

  static final Tokens LEAD = Tokens.forEmployee("CL-L1", "employee", "hr-lead");
  static final Tokens MANAGER = Tokens.forEmployee("CL-M1", "employee", "manager");
  static final Tokens EMPLOYEE = Tokens.forEmployee("CL-E1", "employee");
  static final Tokens COLLEAGUE = Tokens.forEmployee("CL-E2", "employee");

  private final DataSource database;

  ChallengePeople(DataSource database) {
    this.database = database;
  }

  static UUID id(String externalId) {
    return Staff.id(externalId);
  }

  void arrive() {
    try (Connection connection = database.getConnection()) {
      arrives(connection, "CL-H1", null);
      arrives(connection, "CL-H2", null);
      arrives(connection, "CL-H3", "CL-H2");
      arrives(connection, "CL-H4", null);
      arrives(connection, "CL-L1", null);
      arrives(connection, "CL-M1", "CL-H4");
      arrives(connection, "CL-E1", "CL-M1");
      arrives(connection, "CL-E2", null);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** More employees whom nobody of the others leads. */
  List<Tokens> crowd(String name, int size) {
    List<Tokens> all = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (int i = 0; i < size; i++) {
        String externalId = "CL-" + name + i;
        arrives(connection, externalId, null);
        all.add(Tokens.forEmployee(externalId, "employee"));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  void leaves(String externalId) {
    run("update person set status = 'TERMINATED' where external_id = '" + externalId + "'");
  }

  void nowLeads(String manager, String externalId) {
    run(
        "update person set manager_id = '%s' where external_id = '%s'"
            .formatted(id(manager), externalId));
  }

  void isLedByDottedLine(String externalId, String manager) {
    run(
        "update person set dotted_manager_ids = array[cast('%s' as uuid)] where external_id = '%s'"
            .formatted(id(manager), externalId));
  }

  /** Everybody is below one person, as in a company with one head. */
  void allBelow(String head) {
    try (Connection connection = database.getConnection()) {
      arrives(connection, head, null);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    run(
        "update person set manager_id = '%s' where manager_id is null and external_id <> '%s'"
            .formatted(id(head), head));
  }

  void nobodyBelow(String head) {
    run("update person set manager_id = null where manager_id = '%s'".formatted(id(head)));
  }

  void ledByNobody(String externalId) {
    run("update person set manager_id = null where external_id = '" + externalId + "'");
  }

  /** These alone serve a unit as HR, also of those whom other tests have brought. */
  void onlyServe(String... externalIds) {
    run("update person set hr_units = '[]' where hr_units <> '[]'");
    for (String externalId : externalIds) {
      run(
          """
          update person set hr_units = '[{"orgUnit": "care", "from": "2020-01-01"}]'
          where external_id = '%s'
          """
              .formatted(externalId));
    }
  }

  /** No challenge of another test counts or waits. */
  void withoutChallenges() {
    run("update challenge set state = 'WITHDRAWN' where state in ('RAISED', 'FOLLOWED_UP')");
    run("delete from duty where kind = 'CHALLENGE_ANSWER'");
  }

  /** How many rows there are of a table with a condition. */
  long count(String from) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("select count(*) from " + from)) {
      return result.next() ? result.getLong(1) : 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void run(String sql) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void arrives(Connection connection, String id, @Nullable String manager)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into person (employee_id, external_id, status, manager_id)"
                + " values (?, ?, 'ACTIVE', ?) on conflict (employee_id) do update set"
                + " status = excluded.status, manager_id = excluded.manager_id,"
                + " hr_units = '[]', further_manager_ids = '{}', dotted_manager_ids = '{}'")) {
      insert.setObject(1, id(id));
      insert.setString(2, id);
      insert.setObject(3, manager == null ? null : id(manager));
      insert.executeUpdate();
    }
  }
}
