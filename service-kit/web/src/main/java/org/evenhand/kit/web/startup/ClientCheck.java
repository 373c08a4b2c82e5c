package org.evenhand.kit.web.startup;

import java.util.stream.Stream;

/**
 * Requires a client of the realm, of whoever asks its neighbours: without one answers would be
 * without names, and calendar feeds would never come, silently.
 */
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
                    "Its neighbours can't be asked for what they know; set the service's client."));
  }
}
