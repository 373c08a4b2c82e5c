package org.evenhand.bench.season;

import java.sql.SQLException;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;

/**
 * The people of a company as a service knows them: each tenth leads ten, and five of the fifty of a
 * unit lead somebody. One of HR serves one unit.
 */
record Managers(Database database, String id, int people) {
  static final int REPORTS = 10;
  static final int OF_A_UNIT = 5;
  static final String UNIT = "unit-7";
  static final String HR = "BENCH-HR";

  private static final int PEOPLE_OF_A_UNIT = 50;

  /** Instead of whoever was there. */
  void arrive() throws SQLException {
    Sql.run(
        database,
        "truncate person",
        """
        insert into person
          (%1$s, external_id, manager_id, org_unit, status, told_at, work_location, hr_units)
        select %2$s, 'P-' || n, case when n > 0 then %3$s end, 'unit-' || n %% %4$d, 'ACTIVE',
          '2026-01-01', 'Utrecht', '[]'
        from generate_series(0, %5$d) n
        """
            .formatted(id, id("n"), id("(n - 1) / " + REPORTS), units(), people - 1),
        """
        insert into person
          (%1$s, external_id, org_unit, status, told_at, work_location, hr_units)
        values ('0000000b-0000-7000-8000-000000000000', '%2$s', 'people', 'ACTIVE', '2026-01-01',
          'Utrecht', '[{"orgUnit": "%3$s", "from": "2026-01-01"}]')
        """
            .formatted(id, HR, UNIT));
  }

  int leaders() {
    return people / REPORTS;
  }

  /** One who leads people that lead nobody. */
  String manager() {
    return "P-" + (leaders() - 1);
  }

  private int units() {
    return people / PEOPLE_OF_A_UNIT;
  }

  /**
   * @param number in SQL
   */
  static String id(String number) {
    return "cast('0000000a-0000-7000-8000-' || lpad(to_hex(%s), 12, '0') as uuid)"
        .formatted(number);
  }
}
