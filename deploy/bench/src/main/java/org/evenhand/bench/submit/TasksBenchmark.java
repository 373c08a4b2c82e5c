package org.evenhand.bench.submit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.load.HttpConnection;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.report.Percentile;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;
import org.evenhand.local.process.Trouble;

/**
 * The tasks and the calendar of a manager of seventy, which the gateway collects from all services,
 * beside {@code GET /v1/me}, for which it asks one.
 */
public final class TasksBenchmark implements Benchmark {
  private static final int PERCENT = 95;
  private static final int REPORTS = 70;
  private static final int WARM_UP = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_AGAIN_MILLIS = 200;

  /** What an answer of all services says. */
  private static final String WHOLE = "\"missing\":[]";

  /** One of the company's; those of the sixty-nine after them are made theirs. */
  private static final long MANAGER = 1;

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    long reviews = bench.options().number("employees", 20_000);
    long questions = bench.options().number("questions", 500);
    try (Parts parts = Parts.fresh(bench)) {
      ReviewHouse house = ReviewHouse.open(bench, parts, 1, reviews);
      parts.start(
          parts.service("policy", parts.ports().policy()),
          parts.service("calibration", parts.ports().calibration()),
          parts.service("analytics", parts.ports().analytics()));
      house.lead(MANAGER, REPORTS);
      house.settle();
      try (Asking asking = new Asking(parts)) {
        asking.awaitWhole();
        return measure(asking, questions, reviews);
      }
    }
  }

  private static List<Row> measure(Asking asking, long questions, long employees)
      throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      double unused = asking.me() + asking.tasks() + asking.calendar();
    }
    List<Double> tasks = new ArrayList<>();
    List<Double> calendar = new ArrayList<>();
    List<Double> me = new ArrayList<>();
    for (long i = 0; i < questions; i++) {
      tasks.add(asking.tasks());
      calendar.add(asking.calendar());
      me.add(asking.me());
    }
    return List.of(row("tasks", tasks, me, employees), row("calendar", calendar, me, employees));
  }

  private static Row row(String what, List<Double> asked, List<Double> me, long employees) {
    double measured = Percentile.of(asked, PERCENT);
    return new Row(
        "%s of a manager of %d, %,d employees, %d of 100"
            .formatted(what, REPORTS, employees, PERCENT),
        Row.millis(measured),
        "GET /v1/me",
        Row.millis(Percentile.of(me, PERCENT)),
        measured,
        Target.underMillis(150));
  }

  /** The manager, who asks one thing after the other. */
  private static final class Asking implements AutoCloseable {
    private final HttpConnection connection;
    private final String token;

    Asking(Parts parts) throws IOException {
      this.connection = new HttpConnection(parts.ports().gateway());
      this.token =
          parts.issuer().ofPerson(Numbered.REVIEWER_NUMBER.of(MANAGER), "employee", "manager");
    }

    /**
     * Services that have just started may answer for the first time later than the gateway waits.
     */
    void awaitWhole() throws IOException, InterruptedException {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!isWhole("/v1/tasks") || !isWhole("/v1/calendar")) {
        if (System.nanoTime() > deadline) {
          throw new Trouble("Not all services answer after %d s".formatted(PATIENCE.toSeconds()));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }

    private boolean isWhole(String path) throws IOException {
      return ask(path).body().replace(" ", "").contains(WHOLE);
    }

    /** In milliseconds; of a whole page, from all services. */
    double tasks() throws IOException {
      return millis("/v1/tasks", "\"kind\":\"REVIEW\"", WHOLE);
    }

    double calendar() throws IOException {
      return millis("/v1/calendar", "\"kind\":\"REVIEW\"", WHOLE);
    }

    double me() throws IOException {
      return millis("/v1/me", "\"externalId\"");
    }

    private double millis(String path, String... expected) throws IOException {
      long began = System.nanoTime();
      HttpConnection.Reply reply = ask(path);
      double millis = (System.nanoTime() - began) / 1e6;
      for (String part : expected) {
        if (reply.status() != 200 || !reply.body().replace(" ", "").contains(part)) {
          throw new Trouble(
              "%s without %s: %d %s".formatted(path, part, reply.status(), reply.body()));
        }
      }
      return millis;
    }

    private HttpConnection.Reply ask(String path) throws IOException {
      return connection.send(
          "GET %s HTTP/1.1\r\nAuthorization: Bearer %s\r\n".formatted(path, token), "");
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
