package org.evenhand.policy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/** A company that learns, in two units, as the directory would have brought it. */
@ApplicationScoped
public class TrainingPeople {

  static final Tokens HR = Tokens.forEmployee("TR-H1", "employee", "hr");
  static final Tokens OTHER_HR = Tokens.forEmployee("TR-H2", "employee", "hr");
  static final Tokens SOUTH_HR = Tokens.forEmployee("TR-H3", "employee", "hr");
  static final Tokens MANAGER = Tokens.forEmployee("TR-M1", "employee", "manager");
  static final Tokens OTHER_MANAGER = Tokens.forEmployee("TR-M2", "employee", "manager");
  static final Tokens EMPLOYEE = Tokens.forEmployee("TR-E1", "employee");
  static final Tokens COLLEAGUE = Tokens.forEmployee("TR-E2", "employee");
  static final Tokens HRIS = Tokens.forClient("hris", "hris");

  private static final String TOPIC = "evenhand.internal.directory";
  private static final AtomicLong TOLD = new AtomicLong(1);

  private final DataSource database;

  TrainingPeople(DataSource database) {
    this.database = database;
  }

  static UUID id(String externalId) {
    return Staff.id(externalId);
  }

  /** M2 leads M1, who leads E1; E2 reports to M2. H1 and H2 serve the north, H3 the south. */
  void arrive() {
    arrives("TR-H1", "TR-North", null, serving("TR-North"));
    arrives("TR-H2", "TR-North", null, serving("TR-North"));
    arrives("TR-H3", "TR-South", null, serving("TR-South"));
    arrives("TR-M2", "TR-North", null, "[]");
    arrives("TR-M1", "TR-North", "TR-M2", "[]");
    arrives("TR-E1", "TR-North", "TR-M1", "[]");
    arrives("TR-E2", "TR-North", "TR-M2", "[]");
  }

  /** As the directory tells it, at the moment that it names. */
  void becomes(String externalId, String status, @Nullable String manager, Instant at) {
    tell(externalId, status, reportsTo(manager) + ", \"hrUnits\": []", at);
  }

  /** As the directory tells it of somebody who serves the north as HR from a day on. */
  void serves(String externalId, LocalDate from, Instant at) {
    String units = "[{\"orgUnit\": \"TR-North\", \"from\": \"%s\"}]".formatted(from);
    tell(externalId, "ACTIVE", reportsTo(null) + ", \"hrUnits\": " + units, at);
  }

  /** As the directory tells it of somebody with a second assignment, and a dotted line. */
  void hasLines(String externalId, String further, String dotted, Instant at) {
    String lines =
        """
        "managerId": null, "furtherManagerIds": ["%s"], "dottedManagerIds": ["%s"], "hrUnits": []
        """
            .formatted(id(further), id(dotted));
    tell(externalId, "ACTIVE", lines, at);
  }

  private static String reportsTo(@Nullable String manager) {
    return "\"managerId\": " + (manager == null ? "null" : "\"" + id(manager) + "\"");
  }

  private static void tell(String externalId, String status, String lines, Instant at) {
    Events.ofTest()
        .publish(
            List.of(
                Events.record(
                    TOPIC,
                    0,
                    "org.evenhand.employee.recorded.v1",
                    "/review-service",
                    id(externalId).toString(),
                    TOLD.getAndIncrement(),
                    at,
                    """
                    {"employeeId": "%s", "externalId": "%s", "status": "%s",
                     "orgUnit": "TR-North", %s}
                    """
                        .formatted(id(externalId), externalId, status, lines))));
  }

  void joins(String externalId) {
    arrives(externalId, "TR-North", "TR-M1", "[]");
  }

  /** Of HR in the north, under somebody of a second assignment. */
  void joinsHr(String externalId, String above) {
    arrives(externalId, "TR-North", null, serving("TR-North"));
    is(externalId, "further_manager_ids = array[cast('" + id(above) + "' as uuid)]");
  }

  /** After which the directory has nothing of them any more. */
  void isErased(String externalId) {
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand.employee.recorded.v1",
            "/review-service",
            id(externalId).toString(),
            1000,
            null);
  }

  void leaves(String externalId) {
    is(externalId, "status = 'TERMINATED'");
  }

  void goesOnLeave(String externalId) {
    is(externalId, "status = 'ON_LEAVE'");
  }

  void reportsToNobody(String externalId) {
    is(externalId, "manager_id = null");
  }

  private void is(String externalId, String what) {
    run("update person set " + what + " where external_id = '" + externalId + "'");
  }

  private static String serving(String unit) {
    return "[{\"orgUnit\": \"%s\", \"from\": \"2020-01-01\"}]".formatted(unit);
  }

  private void arrives(String id, String unit, @Nullable String manager, String hrUnits) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into person (employee_id, external_id, status, manager_id, org_unit,"
                    + " hr_units, told_at) values (?, ?, 'ACTIVE', ?, ?, cast(? as jsonb), ?) on"
                    + " conflict (employee_id) do update set status = excluded.status, manager_id ="
                    + " excluded.manager_id, org_unit = excluded.org_unit, hr_units ="
                    + " excluded.hr_units")) {
      insert.setObject(1, id(id));
      insert.setString(2, id);
      insert.setObject(3, manager == null ? null : id(manager));
      insert.setString(4, unit);
      insert.setString(5, hrUnits);
      insert.setObject(6, Instant.EPOCH.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
