package org.evenhand.kit.web.startup;

import java.util.stream.Stream;

/** Tokens: of one issuer and for one audience, and only then a caller is who they say. */
public final class IdentityCheck implements ReadinessCheck {

  private static final String OIDC = "quarkus.oidc.";
  private static final String ISSUER = OIDC + "token.issuer";
  private static final String AUDIENCE = OIDC + "token.audience";
  private static final String SERVER = OIDC + "auth-server-url";

  @Override
  public Stream<Fault> faults(Settings settings) {
    return Stream.of(switchedOff(settings), issuer(settings), audience(settings))
        .flatMap(faults -> faults);
  }

  private static Stream<Fault> switchedOff(Settings settings) {
    return Stream.of(OIDC + "enabled", OIDC + "tenant-enabled")
        .filter(property -> settings.is(property, "false"))
        .map(property -> Fault.severe(property, "no token would be checked; leave it out."));
  }

  private static Stream<Fault> issuer(Settings settings) {
    boolean server = settings.value(SERVER).isPresent();
    if (!server && settings.value(OIDC + "public-key").isEmpty()) {
      return Stream.of(Fault.severe(SERVER, "no token issuer is set; set the realm's https URL."));
    }
    boolean discovered = server && !settings.is(OIDC + "discovery-enabled", "false");
    boolean any = settings.value(ISSUER).map("any"::equalsIgnoreCase).orElse(!discovered);
    return any
        ? Stream.of(
            Fault.severe(ISSUER, "tokens of any issuer would be accepted; set that of the realm."))
        : Stream.empty();
  }

  private static Stream<Fault> audience(Settings settings) {
    boolean any =
        settings
            .value(AUDIENCE)
            .map(
                names ->
                    Stream.of(names.split(",")).anyMatch(n -> n.strip().equalsIgnoreCase("any")))
            .orElse(true);
    return any
        ? Stream.of(
            Fault.severe(AUDIENCE, "tokens for anybody would be accepted; set evenhand-api."))
        : Stream.empty();
  }
}
