package org.evenhand.kit.web.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest {

  private static final Map<String, String> FIT =
      Map.of(
          "quarkus.oidc.auth-server-url", "https://id.example.org/realms/evenhand",
          "quarkus.oidc.token.audience", "evenhand-api",
          "quarkus.oidc-client.auth-server-url", "https://id.example.org/realms/evenhand",
          "quarkus.oidc-client.credentials.secret", "b0b51f0c2a",
          "quarkus.rest-client.review-service.url", "https://review.example.org",
          "quarkus.datasource.username", "policy",
          "quarkus.datasource.password", "9c1f0a7e44",
          "%local.quarkus.datasource.password", "policy",
          "%local.quarkus.oidc.auth-server-url", "http://localhost:8180/realms/evenhand",
          "quarkus.tls.trust-all", "false");

  @Test
  void aProperProductionStartIsLetThrough() {
    assertEquals(List.of(), faults(List.of("prod"), FIT));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "quarkus.oidc.auth-server-url, -",
        "quarkus.oidc.auth-server-url, http://id.example.org/realms/evenhand",
        "quarkus.oidc.jwks-path, HTTP://id.example.org/certs",
        "quarkus.oidc.mobile.auth-server-url, http://id.example.org/realms/evenhand",
        "quarkus.oidc.token.audience, -",
        "quarkus.oidc.token.audience, any",
        "quarkus.oidc.token.audience, 'evenhand-api, any'",
        "quarkus.oidc.token.issuer, any",
        "quarkus.oidc.tenant-enabled, false",
        "quarkus.oidc.tls.verification, none",
        "quarkus.oidc.tls.verification, certificate-validation",
        "quarkus.oidc-client.tls.verification, certificate-validation",
        "quarkus.oidc-client.auth-server-url, http://id.example.org/realms/evenhand",
        "quarkus.oidc-client.token-path, http://id.example.org/token",
        "quarkus.oidc-client.credentials.secret, local-only-review",
        "quarkus.tls.trust-all, true",
        "quarkus.tls.mesh.trust-all, true",
        "quarkus.tls.mesh.hostname-verification-algorithm, NONE",
        "quarkus.datasource.reactive.trust-all, true",
        "quarkus.rest-client.review-service.url, http://review:8082",
        "quarkus.rest-client.review-service.verify-host, false",
        "evenhand.gateway.upstreams.policy, http://policy:8081",
        "quarkus.datasource.password, policy",
        "quarkus.datasource.password, Changeit",
        "kafka.sasl.jaas.config, 'x required username=\"u\" password=\"evenhand\";'",
        "evenhand.clock.ahead-file, /run/ahead",
        "QUARKUS_OIDC_TLS_VERIFICATION, none",
      })
  void aSettingThatMustNotReachProductionIsNamed(String property, String value) {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.remove(property);
    if (value != null) {
      settings.put(property, value);
    }
    List<Fault> faults = faults(List.of("prod"), settings);
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(Fault.Severity.SEVERE, faults.get(0).severity());
    assertEquals(property, faults.get(0).property());
    assertTrue(faults.get(0).words().matches(".*(set|leave it out).*"), faults.get(0).words());
  }

  @Test
  void anIssuerThatNobodyDiscoversHasToBeNamed() {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.put("quarkus.oidc.discovery-enabled", "false");
    assertEquals("quarkus.oidc.token.issuer", faults(List.of("prod"), settings).get(0).property());
    settings.put("quarkus.oidc.token.issuer", "https://id.example.org/realms/evenhand");
    assertEquals(List.of(), faults(List.of("prod"), settings));
  }

  @Test
  void whereTracesGoIsOnlyWarnedOf() {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.put("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317");
    List<Fault> faults = faults(List.of("prod"), settings);
    assertEquals(Fault.Severity.WARNING, faults.get(0).severity());
    assertEquals("", Readiness.refusal(faults));
  }

  @Test
  void allFaultsAreToldAtOnceAndNoValue() {
    String refusal =
        Readiness.refusal(
            faults(
                List.of("prod"),
                Map.of(
                    "quarkus.tls.trust-all", "true", "quarkus.datasource.password", "postgres")));
    assertEquals(4, refusal.lines().count(), refusal);
    assertTrue(!refusal.contains("postgres"), refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "test", "local"})
  void onOneMachineAnythingGoes(String profile) {
    assertEquals(List.of(), faults(List.of(profile), Map.of()));
  }

  @Test
  void aProfileOfOneMachineBesideAnotherIsNoWayAround() {
    assertEquals("quarkus.profile", faults(List.of("prod", "local"), FIT).get(0).property());
    assertEquals("quarkus.profile", faults(List.of("local", "staging"), FIT).get(0).property());
  }

  @Test
  void noProfileAtAllCountsAsProduction() {
    assertEquals(2, faults(List.of(), Map.of()).size());
  }

  private static List<Fault> faults(List<String> profiles, Map<String, String> settings) {
    return Readiness.faults(
        profiles,
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withProfiles(profiles)
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build());
  }
}
