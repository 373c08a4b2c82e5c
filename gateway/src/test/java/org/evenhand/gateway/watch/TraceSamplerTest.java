package org.evenhand.gateway.watch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What a collector gets where every request is traced. */
@QuarkusTest
@TestProfile(TraceSamplerTest.AllTraced.class)
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class TraceSamplerTest {

  private static final Tokens CALLER = Tokens.forEmployee("E001", "employee");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  /** Every request, and at once. */
  public static final class AllTraced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.traces.sampler.arg", "1.0",
          "quarkus.otel.simple", "true",
          "quarkus.otel.traces.exporter", "cdi");
    }
  }

  /** Keeps what would be sent. */
  static final class Kept implements SpanExporter {
    static final List<SpanData> SPANS = new CopyOnWriteArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      SPANS.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** In place of the way to a collector. */
  @ApplicationScoped
  public static class Exporting {
    @Produces
    @Singleton
    SpanExporter exporter() {
      return new Kept();
    }
  }

  @Test
  void whatIsAskedInConfidenceIsInNoSpanNorIsTheCallToTheService() {
    for (String parent : List.of("00", "01")) {
      for (String path : List.of("/019a8c1e-6f00-7000-8000-000000000801/claim", "")) {
        get("/v1/guidance-requests" + path, parent);
      }
      get("/calendar/" + "s3cret".repeat(7) + "x.ics", parent);
      get("/v1/challenges/marker" + parent, parent);
    }

    await().until(() -> told("/v1/challenges/marker00") && told("/v1/challenges/marker01"));
    assertTrue(Kept.SPANS.stream().noneMatch(TraceSamplerTest::isSecret), () -> "" + Kept.SPANS);
  }

  @Test
  void aRequestAndTheCallToItsServiceAreOneTraceWhateverTheClientHasDecided() {
    get("/v1/challenges/joined", "00");

    await().until(() -> of("/v1/challenges/joined").size() == 2);
    of("/v1/challenges/joined").forEach(span -> assertEquals(TRACE, span.getTraceId()));
  }

  private static void get(String path, String sampled) {
    given()
        .header("Authorization", CALLER.bearer())
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-" + sampled)
        .get(path);
  }

  private static boolean told(String path) {
    return !of(path).isEmpty();
  }

  private static List<SpanData> of(String path) {
    return Kept.SPANS.stream().filter(span -> span.toString().contains(path)).toList();
  }

  private static boolean isSecret(SpanData span) {
    return span.toString().contains("guidance") || span.toString().contains("s3cret");
  }
}
