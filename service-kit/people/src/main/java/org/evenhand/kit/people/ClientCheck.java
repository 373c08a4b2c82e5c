package org.evenhand.kit.people;

import java.util.stream.Stream;
import org.evenhand.kit.web.startup.Fault;
import org.evenhand.kit.web.startup.ReadinessCheck;
import org.evenhand.kit.web.startup.Settings;

/** Requires a client of the realm. Without one every answer would be without names, silently. */
public final class ClientCheck implements ReadinessCheck {

  private static final String CLIENT = "quarkus.oidc-client.";

  @Override
  public Stream<Fault> faults(Settings settings) {
    return Stream.of("auth-server-url", "client-id", "credentials.secret")
        .map(CLIENT::concat)
        .filter(property -> settings.value(property).isEmpty())
        .map(
            property ->
                Fault.severe(
                    property,
                    "review-service can't be asked for names; set the service's client."));
  }
}
