package org.evenhand.local.service;

import java.util.HashMap;
import java.util.Map;
import org.evenhand.local.keycloak.LocalSecrets;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Ports;

/** The environment of each service: the addresses of its neighbours, and its credentials. */
public record ServiceSettings(Ports ports) {
  public Map<String, String> gateway() {
    Map<String, String> environment = client("gateway");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + ports.kafka());
    environment.put("EVENHAND_GATEWAY_KAFKA_BOOTSTRAP", Ports.HOST + ":" + ports.kafka());
    return environment;
  }

  /**
   * @param name such as "review": the database, its role, and the client "evenhand-review"
   */
  public Map<String, String> service(String name) {
    Database database = new Database(name, ports.postgres());
    Map<String, String> environment = client(name);
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.role());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + ports.kafka());
    environment.put("EVENHAND_IDEMPOTENCY_SECRET", LocalSecrets.ofClient(name + "-commands"));
    return environment;
  }

  public static String issuer(Ports ports) {
    return "http://" + Ports.HOST + ":" + ports.keycloak() + "/realms/evenhand";
  }

  private Map<String, String> client(String name) {
    Map<String, String> environment = common();
    environment.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer(ports));
    environment.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", "evenhand-" + name);
    environment.put(
        "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", LocalSecrets.ofClient("evenhand-" + name));
    return environment;
  }

  private Map<String, String> common() {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer(ports));
    environment.put("EVENHAND_PUBLIC_URL", http(ports.gateway()));
    environment.put("EVENHAND_POLICY_URL", http(ports.policy()));
    environment.put("EVENHAND_REVIEW_URL", http(ports.review()));
    environment.put("EVENHAND_CALIBRATION_URL", http(ports.calibration()));
    environment.put("EVENHAND_ANALYTICS_URL", http(ports.analytics()));
    return environment;
  }

  private static String http(int port) {
    return "http://" + Ports.HOST + ":" + port;
  }
}
