package org.evenhand.bench.fairness;

import java.sql.SQLException;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;

/**
 * The counts of a company over many cycles, and an edition of each, loaded in bulk: what analytics
 * would have counted and published of that many people, each rated before and after calibration.
 */
final class Cubes {
  static final String DIMENSION = "gender";

  private static final String FIRST = "f0000000-0000-7000-8000-000000000001";

  private final Database database;

  Cubes(Database database) {
    this.database = database;
  }

  static String cycle(int number) {
    return "year-" + number;
  }

  /** Two hundred people a unit, eight a reviewer, one job family a unit, eight levels in each. */
  void load(long employees, int cycles) throws SQLException {
    Sql.run(
        database,
        dimension(DIMENSION, "\"female\", \"male\""),
        dimension("heritage", "\"a\", \"b\", \"c\", \"d\", \"e\""),
        """
        insert into cycle (cycle_id, key, origin, first_at, changed_at)
        select ('f0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'year-' || n, 'LIVE',
               now() - interval '1 day', now() - interval '1 day'
        from generate_series(1, %d) n
        """
            .formatted(cycles),
        "alter table count_cell drop constraint count_cell_pkey",
        firstCycle(employees),
        """
        insert into count_cell
        select later.cycle_id, phase.name, c.dimension, c.value, c.stratum, c.scale_size,
               c.favourable_from, c.ordinal, c.n
        from count_cell c, cycle later, (values ('BEFORE'), ('AFTER')) phase (name)
        where later.cycle_id <> c.cycle_id or phase.name <> c.phase
        """,
        """
        alter table count_cell add primary key
          (cycle_id, phase, dimension, stratum, value, scale_size, favourable_from, ordinal)
        """,
        editions(employees),
        groups(),
        "vacuum analyze");
  }

  long cells() throws SQLException {
    return Sql.number(database, "select count(*) from count_cell");
  }

  private static String editions(long employees) {
    return """
    insert into edition
      (cycle_id, number, moment, published_at, scale_size, favourable_from, phases, fingerprint,
       shared)
    select cycle_id, 1, 'CLOSED', now(), 5, 4,
           '{"BEFORE": {"share": 1, "people": %1$d, "onOtherScales": 0},
             "AFTER": {"share": 1, "people": %1$d, "onOtherScales": 0}}', '', true
    from cycle
    """
        .formatted(employees);
  }

  private static String groups() {
    return """
    insert into edition_group
      (cycle_id, edition, phase, dimension, value, standing, distribution, counts, strata)
    select cycle_id, 1, phase, dimension, value, 'SHOWN', true,
           (jsonb_agg(counts) filter (where stratum = '')) -> 0,
           coalesce(jsonb_object_agg(stratum, counts) filter (where stratum <> ''), '{}')
    from (
      select cycle_id, phase, dimension, value, stratum,
             jsonb_build_array(
               coalesce(sum(n) filter (where ordinal = 1), 0),
               coalesce(sum(n) filter (where ordinal = 2), 0),
               coalesce(sum(n) filter (where ordinal = 3), 0),
               coalesce(sum(n) filter (where ordinal = 4), 0),
               coalesce(sum(n) filter (where ordinal = 5), 0)) as counts
      from count_cell
      group by 1, 2, 3, 4, 5) strata
    group by 1, 2, 3, 4, 5
    """;
  }

  private static String dimension(String key, String values) {
    return """
    insert into demographics.dimension (key, label, vocabulary, countries, version)
    values ('%s', '%s', '{"values": [%s], "undeclared": []}',
            '{"enabled": [{"country": "NL", "legalBasis": "a works agreement"}]}', 0)
    """
        .formatted(key, key, values);
  }

  /** The multipliers are primes: every attribute goes its own way through the company. */
  private static String firstCycle(long employees) {
    return """
    insert into count_cell
    select '%s', 'AFTER', d.dimension, d.value, s.stratum, 5, 4, p.ordinal, count(*)
    from (
      select n, n / 200 as unit, n / 8 as reviewer, n / 200 %% 12 as family, n %% 8 as level,
             (n * 7919 %% 101) %% 2 as gender, (n * 104729 %% 103) %% 5 as heritage,
             (1 + (n * 15485863 %% 107) %% 5)::smallint as ordinal
      from generate_series(0::bigint, %d) n
    ) p
    cross join lateral (values
      ('none', 'all', true),
      ('gender', (array['female', 'male'])[p.gender + 1], true),
      ('heritage', substr('abcde', p.heritage::int + 1, 1), true),
      ('orgUnit', 'unit-' || p.unit, false),
      ('jobLevel', 'L' || p.level, false),
      ('jobFamily', p.family::text, false),
      ('workLocation', 'place-' || p.unit %% 30, false),
      ('reviewer', p.reviewer::text, false)
    ) d (dimension, value, compared)
    cross join lateral (
      select '' as stratum union all
      select p.family || ' / L' || p.level where d.compared
    ) s
    group by 3, 4, 5, 8
    """
        .formatted(FIRST, employees - 1);
  }
}
