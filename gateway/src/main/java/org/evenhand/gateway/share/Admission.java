package org.evenhand.gateway.share;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.Refusals;
import org.evenhand.kit.web.problem.Problem;

/**
 * Lets a request in when there is room for it and its caller has less than a share. So a caller who
 * sends slowly, or much, holds up nobody else.
 */
@Singleton
public class Admission {

  private final Share requests;
  private final Share bodies;
  private final Share imports;
  private final Share pages;
  private final Share streams;

  Admission(GatewayConfig config, Refusals refusals, MeterRegistry meters) {
    GatewayConfig.Shares of = config.shares();
    requests = new Share("requests", of.requests(), of.requestsOfCaller(), refusals);
    bodies =
        new Share("bodies", of.bodies().asLongValue(), of.bodiesOfCaller().asLongValue(), refusals);
    imports = new Share("imports", of.imports(), of.importsOfCaller(), refusals);
    pages = new Share("pages", of.pages(), of.pagesOfCaller(), refusals);
    streams = new Share("streams", of.streams(), of.streamsOfCaller(), refusals);
    gauge(meters, "requests", requests);
    gauge(meters, "bodies", bodies);
    gauge(meters, "imports", imports);
    gauge(meters, "pages", pages);
    gauge(meters, "streams", streams);
  }

  /**
   * @param bytes the largest size of its body
   * @throws Problem when there is no room
   */
  public Lease request(String caller, long bytes) {
    return take(() -> requests.take(caller, 1), () -> bodies.take(caller, bytes));
  }

  /**
   * A bulk import, which is streamed.
   *
   * @throws Problem when there is no room
   */
  public Lease bulkImport(String caller) {
    return take(() -> imports.take(caller, 1));
  }

  /**
   * A page of events, which is in memory until its reader has taken it.
   *
   * @throws Problem when there is no room
   */
  public Lease page(String caller) {
    return take(() -> pages.take(caller, 1));
  }

  /**
   * A stream of events, which stays open.
   *
   * @throws Problem when there is no room
   */
  public Lease stream(String caller) {
    return take(() -> streams.take(caller, 1));
  }

  private interface Taking {
    Runnable take();
  }

  private static Lease take(Taking... all) {
    List<Runnable> taken = new ArrayList<>();
    try {
      Stream.of(all).map(Taking::take).forEach(taken::add);
      return new Lease(taken);
    } catch (Problem refusal) {
      taken.forEach(Runnable::run);
      throw refusal;
    }
  }

  private static void gauge(MeterRegistry meters, String name, Share share) {
    Gauge.builder("evenhand.gateway.under.way", share, Share::used)
        .tag("of", name)
        .register(meters);
  }
}
