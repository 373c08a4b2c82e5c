package org.evenhand.bench.replay;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.submit.Company;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/**
 * Two closed cycles of one company, of which the second has a tenth as many reviews. Ratings are
 * spread over all levels of three criteria, so that there are as many groups as in a real year.
 */
final class ClosedYears {
  static final String WHOLE = Company.CYCLE;
  static final String TENTH = "00000009-0000-7000-8000-000000000000";
  static final int TIMES = 10;

  private static final long PATIENCE_MINUTES = 20;
  private static final long LOOK_AGAIN_MILLIS = 5;

  /** The digits of a review's number are its levels; the overall is their mean. */
  private static final String RATE =
      """
      update review r set phase = 'FINAL',
        work = jsonb_set(jsonb_set(jsonb_set(r.work,
          '{ratings,0,ordinal}', to_jsonb(1 + n % 5)),
          '{ratings,1,ordinal}', to_jsonb(1 + n / 5 % 5)),
          '{ratings,2,ordinal}', to_jsonb(1 + n / 25 % 5)),
        submission = jsonb_build_object('overall', jsonb_build_object(
            'ordinal', (2 * (3 + n % 5 + n / 5 % 5 + n / 25 % 5) + 3) / 6, 'rule', 'WEIGHTED'),
          'reviewerId', r.reviewer_id, 'confirmedBy', 'Mona Okafor', 'at', '2026-07-20T09:00:00Z')
      from (select id, cast(row_number() over (order by id) as int) as n from review) numbered
      where numbered.id = r.id
      """;

  private static final String MOVE =
      """
      insert into cycle (id, version, key, state, plan, policy_id, policy_version, opening, sharing)
      select '%1$s', 3, 'bench-tenth', 'CLOSED',
        jsonb_set(plan, '{key}', '"bench-tenth"'), policy_id, policy_version, opening, sharing
      from cycle where id = '%2$s';
      insert into cycle_key (key, cycle_id, origin) values ('bench-tenth', '%1$s', 'LIVE');
      update review set cycle_id = '%1$s' where id in (select id from review order by id limit %3$d)
      """;

  private final Database database;

  private ClosedYears(Database database) {
    this.database = database;
  }

  /**
   * @param reviews of the larger one
   */
  static ClosedYears of(Parts parts, int reviews) throws SQLException {
    new Company(parts).hire(reviews + reviews / TIMES);
    Database database = parts.database("review");
    Sql.run(
        database,
        RATE,
        "update cycle set state = 'CLOSED'",
        MOVE.formatted(TENTH, WHOLE, reviews / TIMES),
        "delete from duty",
        "vacuum analyze");
    Sql.run(parts.server(), "checkpoint");
    return new ClosedYears(database);
  }

  /** Milliseconds until a replay that is asked for now is counted. */
  double millis(Asking asking, String replay) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    long began = System.nanoTime();
    asking.ask();
    while (!isOver(replay)) {
      if (System.nanoTime() > deadline) {
        throw new Trouble("The replay " + replay + " isn't over");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private boolean isOver(String replay) throws SQLException {
    return Sql.number(
            database,
            "select count(*) from replayed_cycle where stage = 'COUNTED' and replay_id = '"
                + replay
                + "'")
        == 1;
  }

  /** How many reviews were told of. */
  long told(String replay) throws SQLException {
    return Sql.number(
        database,
        "select sum(cast(cell ->> 'people' as int)) from replayed_cycle,"
            + " jsonb_array_elements(result -> 'cells') cell where replay_id = '"
            + replay
            + "'");
  }

  /** Asks for it. */
  @FunctionalInterface
  interface Asking {
    void ask();
  }
}
