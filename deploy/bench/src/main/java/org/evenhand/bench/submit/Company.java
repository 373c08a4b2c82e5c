package org.evenhand.bench.submit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;

/**
 * A company whose reviews are all written and rated, and wait for nothing but to be submitted. Made
 * by SQL, because making it isn't measured: one head, reviewers with eight reports each.
 */
public final class Company {
  static final String FIRST_NAME = "Mona";
  static final String FAMILY_NAME = "Okafor";
  static final long VERSION = 12;

  public static final String CYCLE = "00000007-0000-7000-8000-000000000000";
  public static final String POLICY = "00000005-0000-7000-8000-000000000000";
  private static final String HEAD = Numbered.REVIEWER.of(0);

  private final Parts parts;
  private final Database database;

  public Company(Parts parts) {
    this.parts = parts;
    this.database = parts.database("review");
  }

  /** Reviews numbered from 0 on. */
  public void hire(long reviews) throws SQLException {
    long reviewers = Numbered.reviewerOf(reviews - 1);
    try (Connection connection = Sql.connect(database)) {
      employees(
          connection,
          "generate_series(0, " + reviewers + ") m",
          Numbered.REVIEWER.sql("m"),
          Numbered.REVIEWER_NUMBER.sql("m"));
      employees(
          connection,
          "generate_series(0, " + (reviews - 1) + ") n",
          Numbered.REVIEWEE.sql("n"),
          Numbered.REVIEWEE_NUMBER.sql("n"));
      assignments(connection, reviewers, reviews);
      lines(connection);
      plan(connection);
      reviews(connection, reviews);
      duties(connection);
    }
    Sql.run(database, "vacuum analyze");
    checkpoint();
  }

  /** The first reviews become those of one reviewer, whom all services know. */
  void lead(long reviewer, int reports) throws SQLException {
    String id = Numbered.REVIEWER.of(reviewer);
    String first =
        "in (select ("
            + Numbered.REVIEWEE.sql("n")
            + ")::uuid from generate_series(0, "
            + (reports - 1)
            + ") n)";
    try (Connection connection = Sql.connect(database)) {
      run(connection, "update review set reviewer_id = '" + id + "' where employee_id " + first);
      run(
          connection,
          "update assignment set line_manager_id = '" + id + "' where employee_id " + first);
      run(connection, "update duty set holder_id = '" + id + "' where about " + first);
      run(connection, "truncate reporting_line");
      lines(connection);
    }
    for (String service : List.of("policy", "calibration", "analytics")) {
      Sql.run(
          parts.database(service),
          """
          insert into person (%s, external_id, org_unit, status, hr_units)
          values ('%s', '%s', 'engineering', 'ACTIVE', '[]')
          """
              .formatted(
                  service.equals("calibration") ? "id" : "employee_id",
                  id,
                  Numbered.REVIEWER_NUMBER.of(reviewer)));
    }
  }

  /** Makes sure that nothing of the last round is left to be written when the next one begins. */
  void checkpoint() throws SQLException {
    Sql.run(parts.server(), "checkpoint");
  }

  long submitted() throws SQLException {
    return Sql.number(database, "select count(*) from review where phase = 'SUBMITTED'");
  }

  private static void employees(Connection connection, String numbers, String id, String externalId)
      throws SQLException {
    run(
        connection,
        """
        insert into employee
          (id, version, external_id, given_name, family_name, email, status, hired_on, recorded_at)
        select (%s)::uuid, 0, %s, '%s', '%s', null, 'ACTIVE', '2019-01-01', now() from %s
        """
            .formatted(id, externalId, FIRST_NAME, FAMILY_NAME, numbers));
  }

  private static void assignments(Connection connection, long reviewers, long reviews)
      throws SQLException {
    String insert =
        """
        insert into assignment
          (id, employee_id, assignment_id, main, org_unit, job_level, job_family, work_location,
           country, legal_entity, worker_type, line_manager_id, started_on, changed_on)
        select (%s)::uuid, (%s)::uuid, 'main', true, 'engineering', 'L3', 'hardware', 'Utrecht',
               'NL', 'Linden B.V.', 'EMPLOYEE', %s, '2019-01-01', '2019-01-01'
        from %s
        """;
    run(
        connection,
        insert.formatted(
            Numbered.REVIEWER_ASSIGNMENT.sql("m"),
            Numbered.REVIEWER.sql("m"),
            "case when m > 0 then '" + HEAD + "'::uuid end",
            "generate_series(0, " + reviewers + ") m"));
    run(
        connection,
        insert.formatted(
            Numbered.ASSIGNMENT.sql("n"),
            Numbered.REVIEWEE.sql("n"),
            "(" + reviewer() + ")::uuid",
            "generate_series(0, " + (reviews - 1) + ") n"));
  }

  private static void lines(Connection connection) throws SQLException {
    run(
        connection,
        """
        insert into reporting_line (employee, above, relationship, depth)
        select employee_id, line_manager_id, 'LINE', 1 from assignment
        where line_manager_id is not null
        union all
        select below.employee_id, above.line_manager_id, 'LINE', 2
        from assignment below join assignment above on above.employee_id = below.line_manager_id
        where above.line_manager_id is not null
        """);
  }

  private static void plan(Connection connection) throws SQLException {
    run(
        connection,
        """
        insert into policy_version (policy_id, version, state, content_hash, effective_on, content)
        values ('%s', 1, 'EFFECTIVE', repeat('0', 64), '2025-01-01', ?::jsonb)
        """
            .formatted(POLICY),
        resource("policy.json"));
    run(
        connection,
        "insert into cycle_key (key, cycle_id, origin) values ('bench', '%s', 'LIVE')"
            .formatted(CYCLE));
    run(
        connection,
        """
        insert into cycle
          (id, version, key, state, plan, policy_id, policy_version, opening, sharing)
        values ('%s', 3, 'bench', 'OPEN', ?::jsonb, '%s', 1, null, '{"rounds": []}')
        """
            .formatted(CYCLE, POLICY),
        resource("plan.json"));
  }

  private static void reviews(Connection connection, long reviews) throws SQLException {
    run(
        connection,
        """
        insert into review
          (id, version, cycle_id, employee_id, assignment_id, reviewer_id, line_above,
           contributors, org_unit, job_level, job_family, work_location, country, rated_from,
           rated_to, self_due, manager_due, calibration_due, share_due, appeal_until, phase,
           revision, work, past)
        select (%s)::uuid, %d, '%s', (%s)::uuid, (%s)::uuid, (%s)::uuid,
               jsonb_build_object('ids', jsonb_build_array(%s, '%s')),
               '{"asked": []}', 'engineering', 'L3', 'hardware', 'Utrecht', 'NL', '2025-07-01',
               '2026-06-30', '2026-07-07', '2026-07-21', '2026-08-04', '2026-08-11', '2026-08-25',
               'IN_PROGRESS', 1,
               replace(replace(?::text, '<reviewer>', %s), '<reviewee>', %s)::jsonb,
               '{"reassignments": [], "revisions": []}'
        from generate_series(0, %d) n
        """
            .formatted(
                Numbered.REVIEW.sql("n"),
                VERSION,
                CYCLE,
                Numbered.REVIEWEE.sql("n"),
                Numbered.ASSIGNMENT.sql("n"),
                reviewer(),
                reviewer(),
                HEAD,
                reviewer(),
                Numbered.REVIEWEE.sql("n"),
                reviews - 1),
        resource("work.json"));
  }

  /** Each review is owed by its reviewer, in a month. */
  private static void duties(Connection connection) throws SQLException {
    run(
        connection,
        """
        insert into duty
          (id, version, kind, side, subject, part, holder_id, about, place, since, due_on, due_at,
           next_at, state, step)
        select ('%s' || right(id::text, 12))::uuid, 0, 'REVIEW', 'MANAGER', id, '', reviewer_id,
               employee_id, work_location, now(), current_date + 30, current_date + 31,
               current_date + 31, 'DUE', 0
        from review
        """
            .formatted(Numbered.DUTY.prefix()));
  }

  private static String reviewer() {
    return Numbered.REVIEWER.sql("1 + n / " + Numbered.REPORTS);
  }

  private static void run(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  private static String resource(String name) {
    try (InputStream content =
        Objects.requireNonNull(Company.class.getResourceAsStream(name), name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
