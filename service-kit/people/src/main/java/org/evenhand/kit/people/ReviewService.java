package org.evenhand.kit.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that knows names, as far as they are asked for. */
@RegisterRestClient(configKey = "names")
@OidcClientFilter
@Path("/internal/v1/names")
public interface ReviewService {

  /** The most people of one question. */
  int MOST = 1000;

  @POST
  Uni<Named> names(Asked asked);

  record Asked(List<UUID> ids) {}

  /**
   * What review-service says.
   *
   * @param names of those whom it knows
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Named(Map<UUID, String> names) {}
}
