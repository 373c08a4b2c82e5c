package org.evenhand.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.postgres.PostgresServer;
import org.evenhand.local.process.ChildProcess;
import org.evenhand.local.process.Jdk;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Probe;
import org.evenhand.local.process.ProcessRecord;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** Keycloak with the realm {@code evenhand}, its data in the stack's PostgreSQL. */
public final class KeycloakServer implements Part {
  private static final String DATABASE = "keycloak";

  private final KeycloakDistribution distribution;
  private final RealmImport realm;
  private final PostgresServer postgres;
  private final Database database;
  private final Path imported;
  private final Path log;
  private final ProcessRecord record;
  private final int port;
  private @Nullable ChildProcess process;

  /**
   * @param imported file that remembers which realm the database holds
   */
  public KeycloakServer(
      KeycloakDistribution distribution,
      RealmImport realm,
      PostgresServer postgres,
      int postgresPort,
      Path imported,
      Path log,
      ProcessRecord record,
      int port) {
    this.distribution = distribution;
    this.realm = realm;
    this.postgres = postgres;
    this.database = new Database(DATABASE, postgresPort);
    this.imported = imported;
    this.log = log;
    this.record = record;
    this.port = port;
  }

  @Override
  public String name() {
    return "Keycloak";
  }

  @Override
  public String awaits() {
    return "to serve its realm";
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public void launch() {
    try {
      startAnewWhenTheRealmChanged();
      realm.writeTo(distribution.home().resolve("data").resolve("import"));
    } catch (IOException e) {
      throw new Trouble("The realm can't be given to Keycloak: " + e.getMessage(), e);
    }
    process =
        ChildProcess.start(
            List.of(distribution.script().toString(), "start", "--optimized", "--import-realm"),
            environment(),
            distribution.home(),
            log,
            record);
  }

  /**
   * Keycloak imports a realm once and doesn't change it later. All that its database holds comes
   * from the import, so recreating the database is the simplest way to apply a change.
   */
  private void startAnewWhenTheRealmChanged() throws IOException {
    if (Files.exists(imported) && Files.readString(imported).equals(realm.digest())) {
      return;
    }
    Files.deleteIfExists(imported);
    postgres.recreate(DATABASE);
  }

  @Override
  public boolean ready() {
    if (process != null) {
      process.noteTree();
    }
    boolean ready =
        Probe.answers(URI.create(address() + "/realms/evenhand/.well-known/openid-configuration"));
    if (ready) {
      rememberImport();
    }
    return ready;
  }

  /** Noted only now, so that an import that was cut short is not taken for a complete one. */
  private void rememberImport() {
    try {
      Files.writeString(imported, realm.digest());
    } catch (IOException e) {
      throw new Trouble("Keycloak's import can't be remembered: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean alive() {
    return process != null && process.alive();
  }

  @Override
  public String lastWords() {
    return process == null ? "" : process.lastWords();
  }

  @Override
  public void stop() {
    if (process != null) {
      process.stop(Duration.ofSeconds(20));
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(LocalSecrets.placeholders());
    environment.putAll(
        Map.of(
            "KC_DB_URL", database.jdbcUrl(),
            "KC_DB_USERNAME", database.role(),
            "KC_DB_PASSWORD", database.password(),
            "KC_DB_POOL_MAX_SIZE", "15"));
    environment.putAll(
        Map.of(
            "KC_HTTP_ENABLED", "true",
            "KC_HTTP_HOST", "127.0.0.1",
            "KC_HTTP_PORT", Integer.toString(port),
            "KC_HOSTNAME", address(),
            "KC_CACHE", "local"));
    environment.putAll(
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            LocalSecrets.ADMIN,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            LocalSecrets.ADMIN_PASSWORD,
            "JAVA_HOME",
            Jdk.home().toString(),
            "JAVA_OPTS_KC_HEAP",
            "-Xms64m -Xmx512m",
            "JAVA_OPTS_APPEND",
            "-XX:TieredStopAtLevel=1"));
    // Password hashing is slow on purpose. Here everybody knows the password, and sixty people
    // would wait for it.
    environment.putAll(
        Map.of(
            "KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS",
            "1",
            "KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY",
            "64"));
    return environment;
  }
}
