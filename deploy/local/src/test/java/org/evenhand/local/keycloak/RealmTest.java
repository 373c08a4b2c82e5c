package org.evenhand.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.evenhand.local.company.SampleCompany;
import org.junit.jupiter.api.Test;

/** What the realm of every installation promises, and what only the demo adds. */
class RealmTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode realm = read();
  private final JsonNode demo =
      DemoRealm.of(SampleCompany.read(Path.of("sample-company.csv"), Path.of("sample-roles.csv")));

  @Test
  void noClientTakesAPasswordOrAnImplicitGrant() {
    assertThat(clients())
        .isNotEmpty()
        .allMatch(c -> !c.path("directAccessGrantsEnabled").asBoolean(true))
        .allMatch(c -> !c.path("implicitFlowEnabled").asBoolean(true));
  }

  @Test
  void thePublicClientMustUsePkce() {
    List<JsonNode> open = clients().filter(c -> c.path("publicClient").asBoolean()).toList();

    assertThat(open).hasSize(1);
    assertThat(open.get(0).at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
  }

  @Test
  void noSecretIsCommittedAndTheLocalStackKnowsEveryPlaceholder() {
    List<String> secrets =
        clients().filter(c -> c.has("secret")).map(c -> c.path("secret").asText()).toList();

    assertThat(secrets).hasSize(7).allMatch(s -> s.matches("\\$\\{EVENHAND_[A-Z]+_SECRET}"));
    assertThat(
            Pattern.compile("\\$\\{(EVENHAND_[A-Z_]+)}")
                .matcher(realm.toString())
                .results()
                .map(placeholder -> placeholder.group(1)))
        .containsExactlyInAnyOrderElementsOf(LocalSecrets.placeholders().keySet());
  }

  @Test
  void swaggerUiMaySignPeopleInAsAnyUiDoes() {
    JsonNode ui =
        clients().filter(c -> c.path("clientId").asText().equals("evenhand-ui")).toList().get(0);

    assertThat(elements(ui.path("redirectUris")).map(JsonNode::asText))
        .containsExactly("${EVENHAND_UI_REDIRECT_URI}", "${EVENHAND_DOCS_REDIRECT_URI}");
    assertThat(elements(ui.path("webOrigins")).map(JsonNode::asText))
        .containsExactly("${EVENHAND_UI_WEB_ORIGIN}", "+");
  }

  /** Keycloak notes it in the session of client credentials alone. */
  @Test
  void onlyAClientsOwnTokenSaysClientId() {
    JsonNode scope =
        elements(realm.path("clientScopes"))
            .filter(s -> s.path("name").asText().equals("evenhand-api"))
            .findFirst()
            .orElseThrow();

    assertThat(elements(scope.path("protocolMappers")))
        .filteredOn(m -> m.at("/config/claim.name").asText().equals("client_id"))
        .singleElement()
        .matches(
            m ->
                m.path("protocolMapper").asText().equals("oidc-usersessionmodel-note-mapper")
                    && m.at("/config/user.session.note").asText().equals("client_id"));
    assertThat(clients())
        .allMatch(
            c ->
                elements(c.path("defaultClientScopes"))
                    .anyMatch(s -> s.asText().equals("evenhand-api")));
  }

  @Test
  void theRealmHoldsNoPerson() {
    assertThat(elements(realm.path("users"))).allMatch(u -> u.has("serviceAccountClientId"));
  }

  @Test
  void onlyAnAdministratorSaysWhoIsWhichEmployee() throws IOException {
    JsonNode profile =
        JSON.readTree(
            realm
                .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .at("/kc.user.profile.config/0")
                .asText());
    JsonNode attribute =
        elements(profile.path("attributes"))
            .filter(a -> a.path("name").asText().equals("employee_id"))
            .findFirst()
            .orElseThrow();

    assertThat(elements(attribute.at("/permissions/edit")).map(JsonNode::asText))
        .containsExactly("admin");
  }

  @Test
  void everyDemoPersonHasAnEmployeeIdAndRolesOfTheRealm() {
    List<String> roles =
        elements(realm.at("/roles/realm")).map(r -> r.path("name").asText()).toList();

    assertThat(elements(demo.path("users")))
        .hasSize(60)
        .allMatch(u -> !u.at("/attributes/employee_id/0").asText().isEmpty())
        .allMatch(
            u -> elements(u.path("realmRoles")).map(JsonNode::asText).allMatch(roles::contains));
  }

  @Test
  void theDemoFitsIntoTheRealm() {
    JsonNode merged = RealmMerge.merge(realm.deepCopy(), demo.deepCopy());

    assertThat(merged.path("clients")).hasSize(realm.path("clients").size() + 1);
    assertThat(merged.path("users")).hasSize(realm.path("users").size() + 60);
  }

  private Stream<JsonNode> clients() {
    return elements(realm.path("clients"));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read() {
    try {
      return JSON.readTree(Path.of("../keycloak/evenhand-realm.json").toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
