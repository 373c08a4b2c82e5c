package org.evenhand.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.postgres.PostgresServer;
import org.evenhand.local.process.Command;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.Jdk;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.ProcessRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * People sign in through their company's own provider, which here is a second realm. Keycloak is as
 * the local stack has it, and {@code deploy/keycloak/federate} as the guide calls it; without the
 * distribution, which {@code deploy/local/build} brings, there is nothing to try.
 */
@EnabledIf("isBuilt")
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ARCHIVES = Path.of("target/keycloak").toAbsolutePath();
  private static final String UI = "http://localhost:9999/signed-in";
  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-pkce-to-take-it";
  private static final String PASSWORD = "local-only-person";

  @TempDir static Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int postgresPort = FreePorts.next();
  private final int port = FreePorts.next();
  private final String keycloak = "http://127.0.0.1:" + port;
  private PostgresServer postgres;
  private KeycloakServer server;
  private KeycloakDistribution distribution;

  static boolean isBuilt() {
    return Files.isDirectory(ARCHIVES);
  }

  @BeforeAll
  void start() throws Exception {
    try (Stream<Path> archives = Files.list(ARCHIVES)) {
      distribution =
          new KeycloakDistribution(
              archives.findFirst().orElseThrow(),
              Path.of("target/programs/keycloak").toAbsolutePath(),
              folder.resolve("build.log"));
    }
    if (!distribution.prepared()) {
      distribution.prepare();
    }
    postgres =
        new PostgresServer(
            Path.of("target/programs/postgres").toAbsolutePath(),
            folder.resolve("postgres"),
            folder.resolve("postgres.log"),
            new ProcessRecord(folder.resolve("postgres.pid")),
            postgresPort);
    run(postgres);
    server =
        new KeycloakServer(
            distribution,
            RealmImport.of(
                Path.of("../keycloak/evenhand-realm.json"),
                SampleCompany.read(Path.of("sample-company.csv"), Path.of("sample-roles.csv"))),
            postgres,
            postgresPort,
            folder.resolve("imported"),
            folder.resolve("keycloak.log"),
            new ProcessRecord(folder.resolve("keycloak.pid")),
            port);
    run(server);
    post("/admin/realms", JSON.writeValueAsString(company()));
    federate();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
  }

  @Test
  void whoSignsInThereIsThatEmployeeHereWithTheRolesOfTheirGroups() throws Exception {
    JsonNode claims = signIn("maya");

    assertThat(claims.path("employee_id").asText()).isEqualTo("L005");
    assertThat(claims.at("/realm_access/roles"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("employee", "manager");
    assertThat(claims.path("iss").asText()).isEqualTo(keycloak + "/realms/evenhand");
    assertThat(claims.path("aud").toString()).contains("evenhand-api");
    assertThat(claims.has("client_id")).isFalse();
    assertThat(claims.toString()).doesNotContain("maya@");
  }

  @Test
  void whoLeavesAGroupHasItsRoleNoLongerAtTheNextSignIn() throws Exception {
    assertThat(signIn("otto").at("/realm_access/roles"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("employee", "hr");

    String otto = get("/admin/realms/company/users?exact=true&username=otto").at("/0/id").asText();
    String group =
        get("/admin/realms/company/users/" + otto + "/groups?search=evenhand-hr")
            .at("/0/id")
            .asText();
    delete("/admin/realms/company/users/" + otto + "/groups/" + group);

    assertThat(signIn("otto").at("/realm_access/roles"))
        .extracting(JsonNode::asText)
        .containsExactly("employee");
  }

  /** The company's realm: its people, with what the HRIS calls them, and their groups. */
  private static Map<String, Object> company() {
    Map<String, Object> client =
        Map.of(
            "clientId",
            "evenhand",
            "secret",
            "local-only-federation",
            "standardFlowEnabled",
            true,
            "redirectUris",
            List.of("*"),
            "protocolMappers",
            List.of(
                Map.of(
                    "name", "employee_id",
                    "protocol", "openid-connect",
                    "protocolMapper", "oidc-usermodel-attribute-mapper",
                    "config",
                        Map.of(
                            "user.attribute", "employee_id",
                            "claim.name", "employee_id",
                            "id.token.claim", "true")),
                Map.of(
                    "name", "groups",
                    "protocol", "openid-connect",
                    "protocolMapper", "oidc-group-membership-mapper",
                    "config",
                        Map.of(
                            "claim.name", "groups",
                            "full.path", "false",
                            "id.token.claim", "true"))));
    return Map.of(
        "realm", "company",
        "enabled", true,
        "attributes", Map.of("userProfileEnabled", "true"),
        "components",
            Map.of(
                "org.keycloak.userprofile.UserProfileProvider",
                List.of(
                    Map.of(
                        "providerId",
                        "declarative-user-profile",
                        "config",
                        Map.of(
                            "kc.user.profile.config",
                            List.of(
                                "{\"unmanagedAttributePolicy\":\"ADMIN_EDIT\",\"attributes\":["
                                    + "{\"name\":\"username\"},{\"name\":\"email\"},"
                                    + "{\"name\":\"firstName\"},{\"name\":\"lastName\"}]}"))))),
        "groups",
            List.of(
                Map.of("name", "evenhand-employee"),
                Map.of("name", "evenhand-manager"),
                Map.of("name", "evenhand-hr")),
        "clients", List.of(client),
        "users",
            List.of(
                person("maya", "L005", "/evenhand-employee", "/evenhand-manager"),
                person("otto", "L011", "/evenhand-employee", "/evenhand-hr")));
  }

  private static Map<String, Object> person(String name, String employee, String... groups) {
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@company.example",
        "emailVerified",
        true,
        "firstName",
        name,
        "lastName",
        "Doe",
        "attributes",
        Map.of("employee_id", List.of(employee)),
        "groups",
        List.of(groups),
        "credentials",
        List.of(Map.of("type", "password", "value", PASSWORD)));
  }

  private void federate() {
    Command.run(
        "Federating",
        List.of(Path.of("../keycloak/federate").toAbsolutePath().toString()),
        Map.of(
            "JAVA_HOME",
            Jdk.home().toString(),
            "KC_HOME",
            distribution.home().toString(),
            "KEYCLOAK",
            keycloak,
            "ADMIN_USER",
            LocalSecrets.ADMIN,
            "ADMIN_PASSWORD",
            LocalSecrets.ADMIN_PASSWORD,
            "PROVIDER",
            keycloak + "/realms/company",
            "PROVIDER_CLIENT",
            "evenhand",
            "PROVIDER_SECRET",
            "local-only-federation"),
        Path.of("target/federate.log").toAbsolutePath());
  }

  /** As a UI does it, straight to the company's provider; the claims of the access token. */
  private JsonNode signIn(String name) throws Exception {
    Browser browser = new Browser(UI);
    String realm = keycloak + "/realms/evenhand/protocol/openid-connect";
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    String login =
        browser.open(
            URI.create(
                realm
                    + "/auth?"
                    + Browser.encoded(
                        Map.of(
                            "client_id", "evenhand-ui",
                            "redirect_uri", UI,
                            "response_type", "code",
                            "scope", "openid",
                            "code_challenge", challenge,
                            "code_challenge_method", "S256",
                            "kc_idp_hint", "company"))));
    String end = browser.submit(login, Map.of("username", name, "password", PASSWORD));
    assertThat(end).startsWith(UI).contains("code=");
    String code = end.replaceAll(".*[?&]code=([^&]+).*", "$1");
    JsonNode tokens =
        form(
            realm + "/token",
            Map.of(
                "grant_type", "authorization_code",
                "client_id", "evenhand-ui",
                "redirect_uri", UI,
                "code", code,
                "code_verifier", VERIFIER));
    String[] token = tokens.path("access_token").asText().split("\\.");
    return JSON.readTree(Base64.getUrlDecoder().decode(token[1]));
  }

  private static void run(Part part) {
    part.launch();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              assertThat(part.alive()).withFailMessage(part::lastWords).isTrue();
              return part.ready();
            });
  }

  private JsonNode form(String address, Map<String, String> fields) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Browser.encoded(fields))));
  }

  private void post(String path, String body) throws Exception {
    send(
        asAdmin(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private JsonNode get(String path) throws Exception {
    return send(asAdmin(path).GET());
  }

  private void delete(String path) throws Exception {
    send(asAdmin(path).DELETE());
  }

  private HttpRequest.Builder asAdmin(String path) throws Exception {
    String token =
        form(
                keycloak + "/realms/master/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    LocalSecrets.ADMIN,
                    "password",
                    LocalSecrets.ADMIN_PASSWORD))
            .path("access_token")
            .asText();
    return HttpRequest.newBuilder(URI.create(keycloak + path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).withFailMessage(answer.body()).isLessThan(300);
    return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }
}
