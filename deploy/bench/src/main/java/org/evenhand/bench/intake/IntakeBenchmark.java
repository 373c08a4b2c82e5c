package org.evenhand.bench.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.CpuTime;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.bench.sql.LoggedStatement;
import org.evenhand.bench.sql.Replay;
import org.evenhand.bench.sql.StatementLog;
import org.evenhand.local.process.Trouble;

/** Analytics handling events in batches of 500, beside the very statements that it sends. */
public final class IntakeBenchmark implements Benchmark {
  private static final String SERVICE = "analytics-service";
  private static final int ROUNDS = 5;
  private static final int WARM_UP_BLOCKS = 5;

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    long events = bench.options().number("events", 1_000_000);
    int blocks = Math.toIntExact(Math.max(1, events / Block.EVENTS / ROUNDS));
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      parts.start(parts.service("analytics", parts.ports().analytics()));
      try (EventStream stream = new EventStream(parts.kafka());
          Connection connection = Sql.connect(parts.database("analytics"))) {
        return new Taking(bench, parts, stream, new Replay(connection), blocks).measure();
      }
    }
  }

  private record Taking(
      Workbench bench, Parts parts, EventStream stream, Replay replay, int blocks) {

    List<Row> measure() throws Exception {
      bench.say("  warming up with %,d events".formatted(WARM_UP_BLOCKS * Block.EVENTS));
      double cold = takeIn(0, WARM_UP_BLOCKS);
      Batches batches = Batches.of(log().during(() -> takeIn(Block.SAMPLE)));
      int next = WARM_UP_BLOCKS;
      double coldSql = alone(batches, next, 1);
      next++;
      bench.say("  warming up: %.0f taken in/s, %.0f/s by SQL alone".formatted(cold, coldSql));
      List<Double> taken = new ArrayList<>();
      List<Double> alone = new ArrayList<>();
      CpuTime used = new CpuTime(Map.of());
      for (int i = 0; i < ROUNDS; i++) {
        alone.add(alone(batches, next, blocks));
        next += blocks;
        CpuTime before = parts.cpuTime(SERVICE);
        taken.add(takeIn(next, blocks));
        used = parts.cpuTime(SERVICE).since(before).plus(used);
        next += blocks;
        bench.say(
            "  round %d: %.0f taken in/s, %.0f/s by SQL alone"
                .formatted(i + 1, taken.get(i), alone.get(i)));
      }
      requireCounted((next + 1L) * Block.REVIEWS);
      bench.say(
          "  processor time of an event, the sending included: "
              + used.per((long) ROUNDS * blocks * Block.EVENTS));
      return List.of(
          Row.rates(
              "analytics takes in events, %.0f a batch"
                  .formatted((double) Block.EVENTS / batches.count()),
              taken,
              "the same statements by SQL alone",
              alone,
              Target.atLeast(0.25)));
    }

    private StatementLog log() {
      return new StatementLog(parts.server(), bench.layout().log("postgres"));
    }

    private double takeIn(Block block) throws Exception {
      stream.send(block);
      stream.awaitTakenIn();
      return Block.EVENTS;
    }

    /** Events per second, all of them waiting when the service may begin. */
    private double takeIn(int from, int count) throws Exception {
      long began;
      try (Parts.Held held = parts.hold(SERVICE)) {
        for (int i = from; i < from + count; i++) {
          stream.send(new Block(i));
        }
        checkpoint();
        began = System.nanoTime();
      }
      stream.awaitTakenIn();
      return rate(count, began);
    }

    /** Events per second that the server alone would take. */
    private double alone(Batches batches, int from, int count) throws Exception {
      try (Parts.Held held = parts.hold(SERVICE)) {
        checkpoint();
        long nanos = 0;
        for (int i = from; i < from + count; i++) {
          List<LoggedStatement> statements = batches.of(new Block(i));
          replay.prepare(statements);
          long began = System.nanoTime();
          replay.send(statements);
          nanos += System.nanoTime() - began;
        }
        return (double) count * Block.EVENTS * 1e9 / nanos;
      }
    }

    private void checkpoint() throws SQLException {
      Sql.run(parts.server(), "checkpoint");
    }

    private static double rate(int blocks, long began) {
      return (double) blocks * Block.EVENTS * 1e9 / (System.nanoTime() - began);
    }

    /**
     * Asserts that both ways have done the same: every review is counted once, in its last state.
     */
    private void requireCounted(long reviews) throws SQLException {
      long counted =
          Sql.number(
              parts.database("analytics"),
              "select sum(n)::bigint from count_cell"
                  + " where phase = 'AFTER' and dimension = 'none' and stratum = ''");
      if (counted != reviews) {
        throw new Trouble("%d reviews should be counted, %d are".formatted(reviews, counted));
      }
    }
  }
}
