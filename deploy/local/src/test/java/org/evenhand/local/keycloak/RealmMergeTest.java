package org.evenhand.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;

class RealmMergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void clientsAndUsersAreAddedAndTheRestStays() throws IOException {
    ObjectNode realm = json("{\"realm\":\"r\",\"clients\":[{\"clientId\":\"a\"}]}");

    ObjectNode merged =
        RealmMerge.merge(
            realm, json("{\"clients\":[{\"clientId\":\"b\"}],\"users\":[{\"username\":\"u\"}]}"));

    assertThat(merged)
        .isEqualTo(
            json(
                "{\"realm\":\"r\",\"clients\":[{\"clientId\":\"a\"},{\"clientId\":\"b\"}],"
                    + "\"users\":[{\"username\":\"u\"}]}"));
    assertThat(realm.path("clients")).hasSize(1);
  }

  @Test
  void anAdditionThatLoosensTheRealmIsRefused() throws IOException {
    ObjectNode realm = json("{\"realm\":\"r\",\"passwordPolicy\":\"length(12)\"}");
    ObjectNode addition = json("{\"passwordPolicy\":\"length(1)\"}");

    assertThatThrownBy(() -> RealmMerge.merge(realm, addition))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("passwordPolicy");
  }

  @Test
  void aClientThatTheRealmHasIsNotReplaced() throws IOException {
    ObjectNode realm = json("{\"clients\":[{\"clientId\":\"a\"}]}");
    ObjectNode addition = json("{\"clients\":[{\"clientId\":\"a\",\"publicClient\":true}]}");

    assertThatThrownBy(() -> RealmMerge.merge(realm, addition))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("a twice");
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) JSON.readTree(text);
  }
}
