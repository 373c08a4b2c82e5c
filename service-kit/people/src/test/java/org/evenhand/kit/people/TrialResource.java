package org.evenhand.kit.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.web.security.Roles;

/** Answers with people, as a view and as an answer that was stored. */
@Path("/v1/trials")
@Tag(name = "trials")
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {

  static final UUID LEADER = UUID.fromString("019a8c1e-6f00-7000-8000-000000000001");
  static final UUID MEMBER = UUID.fromString("019a8c1e-6f00-7000-8000-000000000002");

  /** What somebody might write to be given a name for an id. */
  static final String LOOKALIKE = "{\"id\":\"" + MEMBER + "\",\"name\":null}";

  /** A group of people. */
  public record Group(PersonRef leader, List<PersonRef> members, String words, BigDecimal share) {}

  private static final String STORED =
      "{\"leader\":{\"id\":\"%s\",\"name\":null},\"members\":[],\"words\":\"\",\"share\":1}"
          .formatted(LEADER);

  @GET
  @Path("/group")
  @RolesAllowed({Roles.EMPLOYEE, Roles.AUDITOR, Roles.INSIGHT})
  @Operation(operationId = "getGroup", summary = "Shows a group")
  public Group group() {
    return new Group(
        PersonRef.of(LEADER),
        PersonRef.all(List.of(LEADER, MEMBER)),
        LOOKALIKE,
        new BigDecimal("0.10"));
  }

  @GET
  @Path("/stored")
  @RolesAllowed(Roles.EMPLOYEE)
  @Operation(operationId = "getStoredGroup", summary = "Shows a group as it was stored")
  @APIResponseSchema(value = Group.class, responseCode = "200")
  public Response stored() {
    return Response.ok(STORED).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  @GET
  @Path("/nobody")
  @RolesAllowed(Roles.EMPLOYEE)
  @Operation(operationId = "listNobody", summary = "Shows nobody")
  public List<String> nobody() {
    return List.of("nobody");
  }
}
