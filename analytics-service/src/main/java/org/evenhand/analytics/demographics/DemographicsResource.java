package org.evenhand.analytics.demographics;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
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
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;

/** {@code /v1/demographics}. */
@KnownCaller
@Path("/v1/demographics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Demographics",
    description = "Protected attributes: written by the HRIS, seen and withdrawn by the person")
public class DemographicsResource {

  private static final String CSV_EXAMPLE =
      """
      externalId,dimension,value
      L011,disability,Not disabled
      L012,disability,Unknown
      """;

  private final Imports imports;
  private final OwnDeclarations own;
  private final Caller caller;

  DemographicsResource(Imports imports, OwnDeclarations own, Caller caller) {
    this.imports = imports;
    this.own = own;
    this.caller = caller;
  }

  /** All that is the caller's own. */
  @Schema(name = "OwnDeclarations")
  public record OwnView(List<OwnDeclaration> items) {}

  @POST
  @Blocking
  @Consumes({"text/csv", "application/x-ndjson"})
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "importDemographics",
      summary = "Takes in what persons have declared",
      description =
          "Columns externalId, dimension, value, and declaredOn where a person has declared anew on"
              + " a day after a withdrawal. A value of a person in a country where the dimension is"
              + " not enabled is refused. No answer repeats a value.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two declarations", value = CSV_EXAMPLE)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "one row",
                    value =
                        "{\"externalId\":\"L011\",\"dimension\":\"disability\",\"value\":\"Unknown\"}"))
      })
  @APIResponse(
      responseCode = "207",
      description = "At most 1,000 rows, with a result for each",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Taken; Location says where to ask",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @Extension(name = ColumnTable.EXTENSION, value = DemographicsImport.KIND)
  public Uni<Response> take(@BeanParam ImportParameters sent, InputStream body) {
    return imports.take(sent.request(DemographicsImport.KIND), body);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "getDemographicsImport", summary = "How far an import has come")
  public Uni<ImportView> find(@PathParam("id") UUID id) {
    return imports.find(DemographicsImport.KIND, id);
  }

  @GET
  @Path("/{id}/errors")
  @Blocking
  @Produces("text/csv")
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "getDemographicsImportErrors",
      summary = "Fetch the refused rows of an import as CSV")
  @APIResponse(
      responseCode = "200",
      description = "CSV",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one refused row", value = ImportExamples.ERRORS)))
  public Uni<Response> errors(@PathParam("id") UUID id) {
    return imports.errorsCsv(DemographicsImport.KIND, id);
  }

  @GET
  @Path("/me")
  @RolesAllowed(Roles.EMPLOYEE)
  @Operation(operationId = "getOwnDemographics", summary = "What is held of me, and what allows it")
  public Uni<OwnView> own() {
    return own.of(caller).map(OwnView::new);
  }

  @DELETE
  @Path("/me/{dimension}")
  @RolesAllowed(Roles.EMPLOYEE)
  @Operation(
      operationId = "withdrawOwnDemographic",
      summary = "Withdraws what I have declared in a dimension",
      description =
          "My ratings are counted as undeclared from then on; a later import can't undo it.")
  @Extension(name = KnownProblems.NAME, value = "DIMENSION_UNKNOWN, NOT_DECLARED")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public Uni<Void> withdraw(@PathParam("dimension") String dimension) {
    return own.withdraw(caller, dimension);
  }
}
