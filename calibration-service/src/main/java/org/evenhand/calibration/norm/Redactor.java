package org.evenhand.calibration.norm;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that knows names, and takes them out of a text. */
@RegisterRestClient(configKey = "review-service")
@OidcClientFilter
@Path("/internal/v1/redactions")
interface Redactor {

  @POST
  Uni<Redacted> redact(Sentence sentence);

  /**
   * What is to be read by people who aren't to learn of anybody from it.
   *
   * @param near the people whom it may speak of though it shouldn't
   */
  record Sentence(String text, Collection<UUID> near) {}

  record Redacted(String text) {}
}
