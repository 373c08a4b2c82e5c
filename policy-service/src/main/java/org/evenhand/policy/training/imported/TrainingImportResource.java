package org.evenhand.policy.training.imported;

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
import org.evenhand.kit.web.security.Roles;

/** {@code /v1/training-imports}. */
@KnownCaller
@Path("/v1/training-imports")
@Tag(name = "Training imports", description = "Completions from a system in which people learn")
public class TrainingImportResource {

  private static final String EXAMPLE =
      """
      externalId,module,completedOn
      L011,rating-fairly,2026-11-02
      L012,rating-fairly,2026-11-03
      """;

  private static final String NDJSON =
      """
      {"externalId":"L011","module":"rating-fairly","completedOn":"2026-11-02"}
      """;

  private final Imports imports;

  TrainingImportResource(Imports imports) {
    this.imports = imports;
  }

  @POST
  @Blocking
  @Consumes({"text/csv", "application/x-ndjson"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "importTraining",
      summary = "Import who has completed which module",
      description =
          """
          One row per person and module, as CSV (UTF-8, with a header) or NDJSON; modules go by their
          key. What is known already, or was completed again since, changes nothing. With up to 1,000
          rows the results come at once, else the import runs as a job.
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two completions", value = EXAMPLE)),
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
  @Extension(name = ColumnTable.EXTENSION, value = TrainingImport.KIND)
  public Uni<Response> take(@BeanParam ImportParameters sent, InputStream body) {
    return imports.take(sent.request(TrainingImport.KIND), body);
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "getTrainingImport", summary = "See how an import of training goes")
  public Uni<ImportView> one(@PathParam("id") UUID id) {
    return imports.find(TrainingImport.KIND, id);
  }

  @GET
  @Path("/{id}/errors")
  @Blocking
  @Produces("text/csv")
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "getTrainingImportErrors",
      summary = "Fetch the refused rows of an import of training as CSV")
  @APIResponse(
      responseCode = "200",
      description = "The refused rows",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one refused row", value = ImportExamples.ERRORS)))
  public Uni<Response> errors(@PathParam("id") UUID id) {
    return imports.errorsCsv(TrainingImport.KIND, id);
  }
}
