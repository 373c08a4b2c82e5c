package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Colleagues, found by name")
public class PeopleResource {

  private final Colleagues colleagues;

  PeopleResource(Colleagues colleagues) {
    this.colleagues = colleagues;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "findPeople",
      summary = "Find colleagues by name, unit or address",
      description =
          """
          Each word has to begin a word of the person's name or unit, in any order; case and accents
          don't count: `nun jose` finds José Núñez, and `nunez care` finds him by name and unit. An
          e-mail address has to be the person's own, whole. Sorted by family name, then given name.
          Whoever has left is not found.
          """)
  public Uni<Page<Colleague>> find(
      @BeanParam PageRequest page,
      @Parameter(
              description = "Beginnings of words of the name or unit, or an e-mail address",
              required = true,
              example = "nunez jose",
              schema = @Schema(minLength = Wanted.SHORTEST, maxLength = Wanted.LONGEST))
          @QueryParam("q")
          @Nullable String q) {
    return colleagues.find(Wanted.of(q), page);
  }
}
