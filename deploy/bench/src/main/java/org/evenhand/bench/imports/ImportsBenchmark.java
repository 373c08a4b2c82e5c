package org.evenhand.bench.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.process.Trouble;

/**
 * A company and its past ratings, as files over HTTP until they are done; beside the same rows by
 * one statement, and beside a file of a tenth.
 */
public final class ImportsBenchmark implements Benchmark {
  private static final int USUAL_ROWS = 100_000;
  private static final int TIMES = 10;
  private static final double AT_MOST_TIMES = 12;
  private static final double AT_MOST_BESIDE_SQL = 10;
  private static final int WARM_UPS = 3;
  private static final long PATIENCE_MINUTES = 10;
  private static final long LOOK_AGAIN_MILLIS = 50;

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    int rows = Math.toIntExact(bench.options().number("rows", USUAL_ROWS)) / TIMES * TIMES;
    if (rows == 0) {
      throw new Trouble("--rows wants %d at least".formatted(TIMES));
    }
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      parts.start(parts.service("review", parts.ports().review()));
      Sender hris =
          new Sender(parts.ports().review(), parts.issuer().ofClient("evenhand-hris", "hris"));
      return new Taking(bench, parts, hris, new SameRows(parts.database("review"))).measure(rows);
    }
  }

  /** How long files took and the same rows by SQL, in milliseconds. */
  private record Times(
      double employees, double employeesBySql, double ratings, double ratingsBySql) {}

  private record Taking(Workbench bench, Parts parts, Sender hris, SameRows sql) {

    List<Row> measure(int rows) throws Exception {
      for (int i = 0; i < WARM_UPS; i++) {
        Times cold = take("warm-" + i, rows / TIMES);
        bench.say(
            "  warming up: %,d employees in %.0f ms, as many past ratings in %.0f ms"
                .formatted(rows / TIMES, cold.employees(), cold.ratings()));
      }
      Times tenth = take("tenth", rows / TIMES);
      Times whole = take("whole", rows);
      return List.of(
          besideSql("employees", rows, whole.employees(), whole.employeesBySql()),
          besideSql("past ratings", rows, whole.ratings(), whole.ratingsBySql()),
          besideATenth("employees", rows, whole.employees(), tenth.employees()),
          besideATenth("past ratings", rows, whole.ratings(), tenth.ratings()));
    }

    private Times take(String company, int rows) throws Exception {
      double employees = hris(SentFile.employees(company, rows), rows);
      double employeesBySql = alone(() -> sql.employees(company, rows));
      double ratings = hris(SentFile.ratings(company, rows), rows);
      double ratingsBySql = alone(() -> sql.ratings(company, rows));
      return new Times(employees, employeesBySql, ratings, ratingsBySql);
    }

    private double hris(SentFile file, int rows) throws Exception {
      settle();
      return hris.millis(file, rows);
    }

    /** With the service held still; nobody is to send the events. */
    private double alone(BySql work) throws Exception {
      settle();
      try (Parts.Held held = parts.hold("review-service")) {
        double millis = work.millis();
        Sql.run(parts.database("review"), "truncate outbox");
        return millis;
      }
    }

    /**
     * Waits until the relay has sent what there is, and nothing is left to be written or swept up;
     * the planner knows the rows.
     */
    private void settle() throws SQLException, InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
      while (Sql.number(parts.database("review"), "select count(*) from outbox") > 0) {
        if (System.nanoTime() > deadline) {
          throw new Trouble(
              "The relay has not sent everything after %d minutes".formatted(PATIENCE_MINUTES));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
      Sql.run(parts.database("review"), "vacuum analyze");
      Sql.run(parts.server(), "checkpoint");
    }

    private static Row besideSql(String what, int rows, double file, double sql) {
      return new Row(
          "%,d %s over HTTP".formatted(rows, what),
          Row.millis(file),
          "the same rows by one INSERT",
          Row.millis(sql),
          file / sql,
          Target.atMost(AT_MOST_BESIDE_SQL));
    }

    private static Row besideATenth(String what, int rows, double whole, double tenth) {
      return new Row(
          "%,d %s over HTTP".formatted(rows, what),
          Row.millis(whole),
          "%,d of them".formatted(rows / TIMES),
          Row.millis(tenth),
          whole / tenth,
          Target.atMost(AT_MOST_TIMES));
    }
  }

  /** Rows that SQL writes alone. */
  @FunctionalInterface
  private interface BySql {
    double millis() throws SQLException;
  }
}
