package org.evenhand.bench.fairness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.load.HttpConnection;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.report.Median;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.process.Trouble;

/**
 * A question about fairness in a company of a million people, beside the same in one of ten
 * thousand.
 */
public final class FairnessBenchmark implements Benchmark {
  private static final long FEW = 10_000;
  private static final int ROUNDS = 10;
  private static final int WARM_UP = 15;
  private static final int QUESTIONS = 10;

  @Override
  public String name() {
    return "fairness";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    long many = bench.options().number("employees", 1_000_000);
    int cycles = Math.toIntExact(bench.options().number("cycles", 20));
    try (Parts parts = Parts.fresh(bench)) {
      parts.startServers();
      // Two instances, each with a company of its own, so that the two can take turns.
      parts.start(parts.service("analytics", parts.ports().analytics()));
      parts.start(parts.secondAnalytics(parts.ports().policy()));
      load(bench, new Cubes(parts.database("analytics")), many, cycles);
      load(bench, new Cubes(parts.database("policy")), FEW, cycles);
      try (Asking large = new Asking(parts, parts.ports().analytics(), cycles);
          Asking small = new Asking(parts, parts.ports().policy(), cycles)) {
        return measure(large, small, "%,d employees, %d cycles".formatted(many, cycles));
      }
    }
  }

  private static void load(Workbench bench, Cubes cubes, long employees, int cycles)
      throws Exception {
    bench.say("  loading the counts of %,d employees over %d cycles".formatted(employees, cycles));
    cubes.load(employees, cycles);
    bench.say("  %,d cells".formatted(cubes.cells()));
  }

  private static List<Row> measure(Asking large, Asking small, String size) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      double unused = large.millis() + small.millis();
    }
    List<Double> ofMany = new ArrayList<>();
    List<Double> ofFew = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ofMany.add(large.millis());
      ofFew.add(small.millis());
    }
    return List.of(
        Row.times(
            "a fairness query, " + size,
            ofMany,
            "%,d employees".formatted(FEW),
            ofFew,
            Target.atMost(1.5)));
  }

  /** A client that asks about one cycle after the other. */
  private static final class Asking implements AutoCloseable {
    private final HttpConnection connection;
    private final String token;
    private final int cycles;
    private int asked;

    Asking(Parts parts, int port, int cycles) throws IOException {
      this.connection = new HttpConnection(port);
      this.token = parts.issuer().ofClient("evenhand-insight", "insight");
      this.cycles = cycles;
    }

    /** The median time of an answer. */
    double millis() throws IOException {
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        long began = System.nanoTime();
        ask(Cubes.cycle(1 + asked++ % cycles));
        millis.add((System.nanoTime() - began) / 1e6);
      }
      return Median.of(millis);
    }

    private void ask(String cycle) throws IOException {
      HttpConnection.Reply reply =
          connection.send(
              "GET /v1/fairness?cycle=%s&dimension=%s HTTP/1.1\r\nAuthorization: Bearer %s\r\n"
                  .formatted(cycle, Cubes.DIMENSION, token),
              "");
      if (reply.status() != 200 || !reply.body().contains("\"impactRatio\"")) {
        throw new Trouble(
            "No fairness of %s: %d %s".formatted(cycle, reply.status(), reply.body()));
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
