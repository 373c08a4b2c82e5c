package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.gateway.GatewayConfig;

/** What both documents say of themselves: version, contact, licence, audience. */
@Singleton
class About {

  /** Whoever builds on an installation, within its company or for it. */
  private static final String AUDIENCE = "external-partner";

  private final GatewayConfig.Contact contact;
  private final String version;

  About(
      GatewayConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.contact = config.contact();
    this.version = version;
  }

  ObjectNode info(String title, String description) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("title", title).put("version", version).put("description", description);
    ObjectNode whom = info.putObject("contact");
    whom.put("name", contact.name()).put("url", contact.url().toString());
    contact.email().ifPresent(email -> whom.put("email", email));
    info.putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    info.put("x-audience", AUDIENCE);
    return info;
  }
}
