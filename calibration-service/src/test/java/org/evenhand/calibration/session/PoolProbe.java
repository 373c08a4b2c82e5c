package org.evenhand.calibration.session;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.PostgresServer;

/** Looks into the tables that Kafka feeds, to know when a test may go on. */
final class PoolProbe {

  private PoolProbe() {}

  static long size(UUID cycle) {
    return count("select count(*) from pool_review where cycle_id = '" + cycle + "'");
  }

  static boolean knows(String externalId) {
    return count("select count(*) from person where external_id = '" + externalId + "'") > 0;
  }

  /** As JSON. */
  static String units(String externalId) {
    return first("select hr_units from person where external_id = '" + externalId + "'");
  }

  static String status(String externalId) {
    return first("select status from person where external_id = '" + externalId + "'");
  }

  /** How much that concerns precedents and checks waits to be done by then. */
  static long due(Instant by) {
    return count(
        "select count(*) from due_work where kind ~ '^(precedent|calibration)' and try_at <= '"
            + by
            + "'");
  }

  /** How many events of an aggregate are still to be sent. */
  static long waiting(String key) {
    return count(
        "select count(*) from outbox where topic like '%calibration' and key = '" + key + "'");
  }

  /** How the duty of a manager stands that was told of last. */
  static String duty(UUID manager) {
    return first(
        "select d.state from duty d join calibration_obligation o on o.id = d.subject"
            + " where o.manager_id = '"
            + manager
            + "'");
  }

  /** Whether it is kept that somebody is at work, or has gone; empty where nothing is. */
  static String presence(UUID person) {
    return first(
        "select case when until is null then 'here' else 'gone' end from presence_spell"
            + " where person_id = '"
            + person
            + "' order by since desc");
  }

  static long obligations(UUID manager) {
    return count(
        "select count(*) from calibration_obligation where manager_id = '" + manager + "'");
  }

  static boolean hasRead(UUID person, UUID review) {
    return first("select has_read('%s', '%s')".formatted(person, review)).equals("t");
  }

  /** How many exercises keep a text of a review. */
  static long copies(UUID review) {
    return count(
        "select count(*) from sample s join calibration_session c on c.id = s.session_id"
            + " where c.kind = 'EXERCISE' and s.text -> 'parts' <> '[]' and s.review_id = '"
            + review
            + "'");
  }

  static String reviewState(UUID review) {
    return first("select state from pool_review where id = '" + review + "'");
  }

  static String cycleState(UUID cycle) {
    return first("select state from cycle where id = '" + cycle + "'");
  }

  /** The version of a policy that is in force. */
  static String version(UUID policy) {
    return first(
        "select version from policy_version where in_force and policy_id = '" + policy + "'");
  }

  static boolean isOpened(UUID cycle) {
    return count("select count(opened_at) from cycle where id = '" + cycle + "'") == 1;
  }

  static long modules(UUID module, boolean retired) {
    return count(
        "select count(*) from required_training where id = '%s' and (retired_at is not null) = %s"
            .formatted(module, retired));
  }

  static boolean holds(UUID completion) {
    return count("select count(*) from held_training where id = '" + completion + "' and held")
        == 1;
  }

  /** Runs something while somebody else holds a session. */
  static void holding(String session, Runnable meanwhile) {
    try (var connection =
        DriverManager.getConnection(
            PostgresResource.server().jdbcUrl(), PostgresServer.USER, PostgresServer.USER)) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("select id from calibration_session where id = '" + session + "' for update");
      meanwhile.run();
      connection.rollback();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static boolean isAnyWaiting() {
    return count(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and query like '%calibration_session%'")
        > 0;
  }

  /** How many duties of a session nobody holds. */
  static long freeDuties(String session) {
    return count(
        "with free as (select id from duty where subject = '"
            + session
            + "' for update skip locked) select count(*) from free");
  }

  private static long count(String sql) {
    return Long.parseLong(first(sql));
  }

  /** Empty when there is no row. */
  private static String first(String sql) {
    try (var connection =
            DriverManager.getConnection(
                PostgresResource.server().jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
        var result = connection.createStatement().executeQuery(sql)) {
      return result.next() ? result.getString(1) : "";
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
