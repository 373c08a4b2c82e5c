package org.evenhand.faults;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Directories;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.Jdk;
import org.evenhand.local.process.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged services with settings for production: the services start with fit ones; each unfit
 * one is named before anything was written.
 */
@Timeout(300)
class ProductionStartTest {
  private static final int MISCONFIGURED = 78;
  private static final String SECRET = "5d0e1cb2f94a";

  /** One of the databases that the server has; no fit start uses it, so it stays empty. */
  private static final String UNTOUCHED = "keycloak";

  private static Path folder;
  private static DatabaseServer database;
  private static Path certificate;

  @BeforeAll
  static void aDatabaseOverTls() throws Exception {
    folder = Files.createTempDirectory("evenhand-production");
    database = new DatabaseServer("production", folder);
    database.start();
    certificate = Certificate.into(folder.resolve("postgres-production"));
    Sql superuser = new Sql(new Database("postgres", database.port()));
    superuser.run("alter system set ssl = on");
    superuser.run("select pg_reload_conf()");
    for (String name : List.of("policy", "review", "calibration", "analytics", UNTOUCHED)) {
      superuser.run("alter role " + name + " password '" + SECRET + "'");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    database.stop();
    Directories.delete(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy", "review", "calibration", "analytics", "gateway"})
  void aProperProductionStartIsLetThrough(String name) throws Exception {
    int port = FreePorts.next();
    Process running = start(name, port, "prod", environment(name, name));
    try {
      String path = name.equals("gateway") ? "/q/health/live" : "/q/health/ready";
      await()
          .atMost(TestStack.SOON)
          .until(
              () -> {
                assertThat(running.isAlive()).as(said(name)).isTrue();
                return Probe.answers(URI.create("http://127.0.0.1:" + port + path));
              });
    } finally {
      running.destroy();
      assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Each service with settings that are all dangerous, and where each is said to be. */
  static Stream<Arguments> dangerousSettings() {
    return Stream.of(
        Arguments.of(
            "review",
            Map.ofEntries(
                entry("QUARKUS_OIDC_TOKEN_AUDIENCE", "any"),
                entry("QUARKUS_OIDC_TOKEN_ISSUER", "any"),
                entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://id.example.org/realms/evenhand"),
                entry("QUARKUS_OIDC_JWKS_PATH", "http://id.example.org/certs"),
                entry("QUARKUS_OIDC_TLS_VERIFICATION", "none"),
                entry(
                    "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", "http://id.example.org/realms/evenhand"),
                entry("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "local-only-review"),
                entry("QUARKUS_TLS_TRUST_ALL", "true"),
                entry("EVENHAND_CALIBRATION_URL", "http://calibration:8083"),
                entry("QUARKUS_DATASOURCE_PASSWORD", "postgres"),
                entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/review"),
                entry("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "prefer"),
                entry("QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL", "true"),
                entry("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT"))),
        Arguments.of(
            "review",
            Map.of(
                "QUARKUS_OIDC_TLS_VERIFICATION", "certificate-validation",
                "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://127.0.0.1:1/review?sslmode=require")),
        Arguments.of("policy", Map.of("QUARKUS_TLS_TRUST_ALL", "true")),
        Arguments.of("calibration", Map.of("EVENHAND_REVIEW_URL", "http://review:8082")),
        // Its user's own name.
        Arguments.of(
            "analytics",
            Map.of("QUARKUS_DATASOURCE_PASSWORD", UNTOUCHED, "QUARKUS_OIDC_CLIENT_CLIENT_ID", "")),
        Arguments.of(
            "gateway",
            Map.of(
                "EVENHAND_POLICY_URL", "http://policy:8081",
                "QUARKUS_OIDC_TOKEN_AUDIENCE", "any")));
  }

  @ParameterizedTest
  @MethodSource("dangerousSettings")
  void aStartWithDangerousSettingsNamesEachAndEndsBeforeAnythingIsWritten(
      String name, Map<String, String> dangerous) throws Exception {
    Map<String, String> environment = environment(name, UNTOUCHED);
    environment.putAll(dangerous);

    assertRefused(name, "prod", environment);

    assertThat(named(name))
        .isEqualTo(
            dangerous.keySet().stream()
                .flatMap(ProductionStartTest::places)
                .collect(Collectors.toSet()));
  }

  @Test
  void aProfileOfOneMachineIsNoWayAround() throws Exception {
    assertRefused("policy", "prod,local", environment("policy", UNTOUCHED));

    assertThat(named("policy")).containsExactly("quarkus.profile");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws Exception {
    assertRefused("review", "prod", new HashMap<>());

    assertThat(named("review"))
        .contains(
            "evenhand.public.url",
            "quarkus.oidc.auth.server.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.rest.client.calibration.service.url",
            "kafka.security.protocol");
  }

  private static void assertRefused(String name, String profile, Map<String, String> environment)
      throws IOException, InterruptedException, SQLException {
    Process refused = start(name, FreePorts.next(), profile, environment);
    assertThat(refused.waitFor(1, TimeUnit.MINUTES)).as(said(name)).isTrue();
    assertThat(refused.exitValue()).as(said(name)).isEqualTo(MISCONFIGURED);
    Sql look = new Sql(new Database("postgres", database.port()));
    assertThat(
            look.number(
                "select count(*) from pg_stat_database where datname = ? and sessions > 0",
                UNTOUCHED))
        .as("connections to the database")
        .isZero();
  }

  private static Process start(
      String name, int port, String profile, Map<String, String> environment) throws IOException {
    String folderName = name.equals("gateway") ? name : name + "-service";
    Path jar =
        Path.of("../..", folderName, "target/quarkus-app/quarkus-run.jar")
            .toAbsolutePath()
            .normalize();
    assertThat(jar).as("the packaged service; run ./mvnw package before this module").exists();
    ProcessBuilder builder =
        new ProcessBuilder(
                Jdk.java().toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.profile=" + profile,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // As variables they would also count for a tenant named "client".
                "-Dquarkus.oidc-client.discovery-enabled=false",
                "-Dquarkus.oidc-client.token-path=https://id.example.org/token",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(log(name).toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Map<String, String> environment(String name, String base) {
    Map<String, String> environment = new HashMap<>(new Bearers().environment());
    String address = "postgresql://127.0.0.1:" + database.port() + "/" + base;
    environment.put("EVENHAND_PUBLIC_URL", "https://hr.example.org");
    environment.put("QUARKUS_DATASOURCE_USERNAME", base);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", SECRET);
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:" + address + "?sslmode=verify-full&sslrootcert=" + certificate);
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", address);
    environment.put("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full");
    environment.put("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS");
    environment.put("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM", "true");
    environment.put(
        "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", certificate.toString());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9");
    environment.put("KAFKA_SECURITY_PROTOCOL", "SSL");
    environment.put(
        "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", "https://id.example.org/realms/evenhand");
    environment.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", "evenhand-" + name);
    environment.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", SECRET);
    for (String service : List.of("POLICY", "REVIEW", "CALIBRATION", "ANALYTICS")) {
      environment.put("EVENHAND_" + service + "_URL", "https://127.0.0.1:9");
    }
    return environment;
  }

  /**
   * Where a setting is said to be wrong: a variable of the suite beside the property that it stands
   * for.
   */
  private static Stream<String> places(String variable) {
    return switch (variable) {
      case "EVENHAND_CALIBRATION_URL" ->
          Stream.of(plain(variable), "quarkus.rest.client.calibration.service.url");
      case "EVENHAND_REVIEW_URL" ->
          Stream.of(
              plain(variable),
              "quarkus.rest.client.review.service.url",
              "quarkus.rest.client.names.url");
      case "EVENHAND_POLICY_URL" -> Stream.of(plain(variable), "evenhand.gateway.upstreams.policy");
      case "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE" ->
          Stream.of("quarkus.datasource.reactive.url");
      default -> Stream.of(plain(variable));
    };
  }

  /** The settings that the refusal names, each on a line of its own. */
  private static Set<String> named(String name) throws IOException {
    return said(name)
        .lines()
        .dropWhile(line -> !line.startsWith("Not started: "))
        .filter(line -> line.startsWith("  "))
        .map(line -> plain(line.strip().split(": ", 2)[0]))
        .collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[_-]", ".").replace("\"", "");
  }

  private static Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static String said(String name) throws IOException {
    return Files.readString(log(name));
  }
}
