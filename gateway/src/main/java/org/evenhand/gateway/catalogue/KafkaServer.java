package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.GatewayConfig.KafkaSignIn;

/** Where consumers find Kafka, and how they sign in there. */
@Singleton
class KafkaServer {

  private static final String RIGHTS =
      "An outside consumer may READ and DESCRIBE the public topics, and READ the groups whose names"
          + " begin with its own and a dot. Whoever runs this installation grants it; how is said"
          + " in /guides/events.";

  private final GatewayConfig.Kafka kafka;
  private final SignIn signIn;

  KafkaServer(GatewayConfig config, SignIn signIn) {
    this.kafka = config.kafka();
    this.signIn = signIn;
  }

  void addTo(ObjectNode document) {
    boolean open = kafka.signIn() == KafkaSignIn.NONE;
    ObjectNode server = document.putObject("servers").putObject("kafka");
    server
        .put("host", kafka.bootstrap())
        .put("protocol", open ? "kafka" : "kafka-secure")
        .put("description", open ? "For this machine alone, open to everyone on it." : RIGHTS);
    if (!open) {
      server.putArray("security").addObject().put("$ref", "#/components/securitySchemes/kafka");
      describe(document.withObject("/components/securitySchemes").putObject("kafka"));
    }
  }

  private void describe(ObjectNode scheme) {
    if (kafka.signIn() == KafkaSignIn.SCRAM) {
      scheme
          .put("type", "scramSha512")
          .put("description", "SASL_SSL with SCRAM-SHA-512: a user of its own for each consumer.");
    } else {
      scheme
          .put("type", "oauth2")
          .put(
              "description",
              "SASL_SSL with OAUTHBEARER: a client of its own for each consumer, which gets its"
                  + " token by client credentials.");
      ObjectNode flow = scheme.putObject("flows").putObject("clientCredentials");
      flow.put("tokenUrl", signIn.tokenUrl().orElseThrow());
      flow.putObject("availableScopes");
    }
  }
}
