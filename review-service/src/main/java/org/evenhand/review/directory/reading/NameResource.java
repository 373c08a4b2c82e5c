package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.security.Roles;

@KnownCaller
@Path("/internal/v1/names")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class NameResource {

  private final NamedPeople people;

  NameResource(NamedPeople people) {
    this.people = people;
  }

  @POST
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "namePeople",
      summary = "What people are called, for an answer of another service",
      description =
          "For our services, which know people by id alone. Who has left is named, because what"
              + " they signed stays; unknown ids are left out.")
  public Uni<NamesView> names(@NotNull @Valid NamesRequest asked) {
    return people.of(asked.ids());
  }
}
