package org.evenhand.review.growth.goal.assignment;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.imports.ColumnTable;
import org.evenhand.kit.data.imports.ImportExamples;
import org.evenhand.kit.data.imports.ImportParameters;
import org.evenhand.kit.data.imports.ImportView;
import org.evenhand.kit.data.imports.Imports;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;

/** {@code /v1/goal-assignments}. */
@KnownCaller
@Path("/v1/goal-assignments")
@Tag(name = "Goal assignments", description = "Goals from the library for many people at once")
public class GoalAssignmentResource {

  private static final String EXAMPLE =
      """
      externalId,goal,weight,visibility,dueOn
      L011,answer-time,60,UNIT,2027-06-30
      L011,night-handover,40,UNIT,2027-06-30
      """;

  private static final String NDJSON =
      """
      {"externalId":"L011","goal":"answer-time","weight":60,"dueOn":"2027-06-30"}
      """;

  private final Imports imports;

  GoalAssignmentResource(Imports imports) {
    this.imports = imports;
  }

  @POST
  @Blocking
  @Consumes({"text/csv", "application/x-ndjson"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "assignGoals",
      summary = "Propose goals from the library to many people, in one file",
      description =
          """
          One row per person and goal, as CSV (UTF-8, with a header) or NDJSON: managers for everybody
          below them, HR for the units that it serves, outside its own chain. Each becomes a proposal:
          a manager's is signed for their side, HR's waits for both sides. What that side has
          proposed already from the same entry changes; what somebody else has put or signed since,
          and what is agreed, stays with the two. Weights are looked at when people agree. With up to
          1,000 rows the results come at once, else the import runs as a job, and they come in pages.
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two goals", value = EXAMPLE)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "one row", value = NDJSON))
      })
  @APIResponse(
      responseCode = "207",
      description = "Done: what became of each row",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Taken in; Location tells how it goes",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @Extension(name = ColumnTable.EXTENSION, value = GoalAssignmentImport.KIND)
  public Uni<Response> take(@BeanParam ImportParameters sent, InputStream body) {
    return imports.take(sent.request(GoalAssignmentImport.KIND), body);
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getGoalAssignment",
      summary = "See how a file of goals goes that one has sent",
      description = "Counts, and for a short file what became of each row.")
  public Uni<ImportView> one(@PathParam("id") UUID id) {
    return imports.findOwn(GoalAssignmentImport.KIND, id);
  }

  @GET
  @Path("/{id}/results")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listGoalAssignmentResults",
      summary = "What became of each row of a file of goals that one has sent",
      description =
          "In the order of the file, of a dry run too: the rows that are through by now, and all of"
              + " them once it is DONE.")
  public Uni<Page<RowResult>> results(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return imports.ownResults(GoalAssignmentImport.KIND, id, page);
  }

  @GET
  @Path("/{id}/errors")
  @Blocking
  @Produces("text/csv")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getGoalAssignmentErrors",
      summary = "Fetch the refused rows of a file of goals as CSV",
      description = "The rows are those of the file, so the file can be corrected and sent again.")
  @APIResponse(
      responseCode = "200",
      description = "The refused rows",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one refused row", value = ImportExamples.ERRORS)))
  public Uni<Response> errors(@PathParam("id") UUID id) {
    return imports.ownErrorsCsv(GoalAssignmentImport.KIND, id);
  }
}
