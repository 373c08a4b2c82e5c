package org.evenhand.bench.submit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.bench.Benchmark;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.CpuTime;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.report.Median;
import org.evenhand.bench.report.Percentile;
import org.evenhand.bench.report.Row;
import org.evenhand.bench.report.Target;

/**
 * The relay: how fast it empties a full outbox, beside how fast submissions fill it; and how late
 * an event is while people submit as fast as they can.
 */
public final class RelayBenchmark implements Benchmark {
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public List<Row> run(Workbench bench) throws Exception {
    int clients = Math.toIntExact(bench.options().number("clients", 8));
    long round = bench.options().number("submissions", 3000) / clients * clients;
    long waiting = bench.options().number("waiting", 20_000);
    try (Parts parts = Parts.fresh(bench)) {
      long reviews = (ReviewHouse.WARM_UP_CHUNKS + ROUNDS) * round + 1;
      ReviewHouse house = ReviewHouse.open(bench, parts, clients, reviews);
      try (Arrivals arrivals = new Arrivals(parts.kafka())) {
        return new Relaying(bench, parts, house, arrivals, clients, round, waiting).measure();
      }
    }
  }

  private record Relaying(
      Workbench bench,
      Parts parts,
      ReviewHouse house,
      Arrivals arrivals,
      int clients,
      long round,
      long waiting) {

    List<Row> measure() throws Exception {
      long next = house.warmUp(0, round);
      house.awaitRelayed();
      arrivals.fromNow();
      double one = house.submit(next, next + 1);
      next++;
      ConsumerRecord<String, String> sample = arrivals.one();
      double cold = relay(sample);
      bench.say("  warming up: %.0f submitted/s, %.0f relayed/s".formatted(one, cold));
      List<Double> submits = new ArrayList<>();
      List<Double> relays = new ArrayList<>();
      List<Double> delays = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        submits.add(submit(next, delays));
        next += round;
        relays.add(relay(sample));
        bench.say(
            "  round %d: %.0f submitted/s, %.0f relayed/s"
                .formatted(i + 1, submits.get(i), relays.get(i)));
      }
      return rows(submits, relays, delays);
    }

    private List<Row> rows(List<Double> submits, List<Double> relays, List<Double> delays) {
      double late = Percentile.of(delays, 99);
      return List.of(
          Row.rates(
              "relay, a full outbox to Kafka",
              relays,
              "submit over HTTP, " + clients + " clients",
              submits,
              Target.atLeast(3)),
          new Row(
              "event's time to arrival, p50",
              Row.millis(Percentile.of(delays, 50)),
              "",
              "",
              0,
              null),
          new Row(
              String.format(Locale.ROOT, "  p99, at %.0f submissions/s", Median.of(submits)),
              Row.millis(late),
              "",
              "",
              late,
              Target.underMillis(250)));
    }

    private double submit(long from, List<Double> delays) throws Exception {
      house.awaitRelayed();
      arrivals.fromNow();
      var arriving = CompletableFuture.supplyAsync(() -> arrivals.take(round));
      double rate = house.submit(from, from + round);
      delays.addAll(arriving.get());
      return rate;
    }

    /** Events per second, from the moment when the relay may look to the arrival of the last. */
    private double relay(ConsumerRecord<String, String> sample) throws Exception {
      arrivals.fromNow();
      Parts.Held held = parts.hold("review-service");
      fill(sample);
      house.checkpoint();
      CpuTime before = house.cpuTime();
      long began = System.nanoTime();
      held.close();
      int arrived = arrivals.take(waiting).size();
      double rate = arrived * 1e9 / (System.nanoTime() - began);
      bench.say("  processor time of an event: " + house.cpuTime().since(before).per(waiting));
      return rate;
    }

    /** As many events as would wait after an hour without Kafka, each as a submission writes it. */
    private void fill(ConsumerRecord<String, String> sample) throws Exception {
      try (Connection connection = Sql.connect(parts.database("review"));
          PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into outbox (aggregatetype, aggregateid, type, payload, topic, key,
                                      event_id, source, sequence, time, dataschema, traceparent)
                  select 'review', id, ?, replace(?, ?, id), ?, id, gen_random_uuid(), ?, 1, now(),
                         ?, ?
                  from (select gen_random_uuid()::text as id from generate_series(1, ?)) reviews
                  """)) {
        List<String> values =
            List.of(
                Arrivals.header(sample, "ce_type"),
                sample.value(),
                sample.key(),
                sample.topic(),
                Arrivals.header(sample, "ce_source"),
                Arrivals.header(sample, "ce_dataschema"),
                Arrivals.header(sample, "traceparent"));
        for (int i = 0; i < values.size(); i++) {
          insert.setString(i + 1, values.get(i));
        }
        insert.setLong(values.size() + 1, waiting);
        insert.execute();
      }
    }
  }
}
