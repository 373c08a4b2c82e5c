package org.evenhand.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.evenhand.local.company.Person;
import org.evenhand.local.company.SampleCompany;

/**
 * What only a demonstration may have: people whose password everybody knows, and a client that
 * exchanges a password for a token, for the curl lines.
 */
final class DemoRealm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoRealm() {}

  static ObjectNode of(SampleCompany company) {
    ObjectNode realm = JSON.createObjectNode();
    realm.putArray("clients").add(demoClient());
    ArrayNode users = realm.putArray("users");
    company.people().forEach(person -> users.add(user(person)));
    return realm;
  }

  private static ObjectNode demoClient() {
    ObjectNode client = JSON.createObjectNode();
    client
        .put("clientId", LocalSecrets.DEMO_CLIENT)
        .put("name", "Evenhand demo")
        .put("description", "Tokens for curl from a user name and password; demonstration only")
        .put("protocol", "openid-connect")
        .put("enabled", true)
        .put("publicClient", true)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", true)
        .put("serviceAccountsEnabled", false)
        .put("fullScopeAllowed", false);
    List.of("basic", "evenhand-api").forEach(client.putArray("defaultClientScopes")::add);
    client.putArray("optionalClientScopes");
    return client;
  }

  private static ObjectNode user(Person person) {
    ObjectNode user = JSON.createObjectNode();
    user.put("username", person.username())
        .put("email", person.email())
        .put("emailVerified", true)
        .put("enabled", true)
        .put("firstName", person.givenName());
    if (!person.familyName().isEmpty()) {
      user.put("lastName", person.familyName());
    }
    user.putObject("attributes").putArray("employee_id").add(person.externalId());
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", LocalSecrets.DEMO_PASSWORD)
        .put("temporary", false);
    ArrayNode roles = user.putArray("realmRoles");
    person.roles().forEach(roles::add);
    return user;
  }
}
