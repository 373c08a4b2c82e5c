package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** How PostgreSQL would look through 100,000 people, who are gone again with the transaction. */
record ManyPeople(Transactions transactions) {

  private static final String HIRE =
      """
      insert into employee (id, version, external_id, given_name, family_name, status, hired_on,
        recorded_at, org_unit)
      select uuidv7(), 1, 'many-' || n, 'José' || n % 97, 'Núñez' || n % 1013, 'ACTIVE',
        date '2020-01-01', now(), 'unit-' || n % 300
      from generate_series(1, 100000) n
      """;

  private static final String ASSIGN =
      """
      insert into assignment (id, employee_id, assignment_id, main, org_unit, job_level, job_family,
        work_location, country, legal_entity, worker_type, started_on, changed_on)
      select uuidv7(), id, 'main', true, org_unit, 'L1', 'care', 'Utrecht', 'NL', 'Linden',
        'EMPLOYEE', date '2020-01-01', date '2020-01-01'
      from employee where external_id like 'many-%'
      """;

  /**
   * The steps of the plan, a line each. People are analysed before they get assignments: a session
   * that has checked the foreign key while few worked here would look through all of them each
   * time.
   */
  String plan(String query, Map<String, Object> parameters) {
    return transactions.run(
        session ->
            run(session, HIRE)
                .chain(() -> run(session, "analyze employee"))
                .chain(() -> run(session, ASSIGN))
                .chain(() -> run(session, "analyze assignment"))
                .chain(() -> explain(session, query, parameters))
                .map(lines -> String.join("\n", lines))
                .invoke(() -> session.currentTransaction().markForRollback()));
  }

  private static Uni<List<String>> explain(
      Mutiny.Session session, String query, Map<String, Object> parameters) {
    Rows rows = Rows.of(session, "explain " + query);
    parameters.forEach(rows::bind);
    return rows.list(row -> row.text("QUERY PLAN"));
  }

  private static Uni<Integer> run(Mutiny.Session session, String sql) {
    return session.createNativeQuery(sql).executeUpdate();
  }
}
