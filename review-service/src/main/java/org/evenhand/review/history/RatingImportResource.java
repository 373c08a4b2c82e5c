package org.evenhand.review.history;

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
import org.evenhand.kit.data.imports.ImportView;
import org.evenhand.kit.data.imports.Imports;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.importmapping.MappedImportParameters;
import org.evenhand.review.importmapping.MappedImports;

@KnownCaller
@Path("/v1/rating-imports")
@Tag(name = "Rating imports", description = "Ratings of past cycles, from another system")
public class RatingImportResource {

  private static final String EXAMPLE =
      """
      externalId,cycle,periodStart,periodEnd,ordinal,label,scaleSize,favourableFrom
      L011,2024,2024-01-01,2024-12-31,3,Exceeded,3,3
      L012,2024,2024-01-01,2024-12-31,2,Met,3,3
      """;

  private static final String NDJSON =
      """
      {"externalId":"L011","cycle":"2024","periodStart":"2024-01-01","periodEnd":"2024-12-31",\
      "ordinal":3,"label":"Exceeded","scaleSize":3}
      """;

  private final Imports imports;
  private final MappedImports mapped;

  RatingImportResource(Imports imports, MappedImports mapped) {
    this.imports = imports;
    this.mapped = mapped;
  }

  @POST
  @Blocking
  @Consumes({"text/csv", "application/x-ndjson"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "importRatings",
      summary = "Import the ratings of past cycles",
      description =
          """
          One row per employee, assignment and cycle, as CSV (UTF-8, with a header) or NDJSON.
          Ordinals run from 1 to scaleSize, higher is better; a rating from favourableFrom on counts
          as favourable (the highest alone where it is left out). One cycle has one scale. A row that
          is known already changes nothing; one that says otherwise corrects it. Where somebody
          stood and who was above them is taken from the directory as it is at the import. With up to
          1,000 rows the results come at once, else the import runs as a job.
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two ratings", value = EXAMPLE)),
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
  @Extension(name = KnownProblems.NAME, value = "MAPPING_UNKNOWN")
  @Extension(name = ColumnTable.EXTENSION, value = RatingImport.KIND)
  public Uni<Response> take(@BeanParam MappedImportParameters sent, InputStream body) {
    return mapped.take(RatingImport.KIND, sent, body);
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "getRatingImport", summary = "See how a rating import goes")
  public Uni<ImportView> one(@PathParam("id") UUID id) {
    return imports.find(RatingImport.KIND, id);
  }

  @GET
  @Path("/{id}/errors")
  @Blocking
  @Produces("text/csv")
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "getRatingImportErrors",
      summary = "Fetch the refused rows of a rating import as CSV")
  @APIResponse(
      responseCode = "200",
      description = "The refused rows",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one refused row", value = ImportExamples.ERRORS)))
  public Uni<Response> errors(@PathParam("id") UUID id) {
    return imports.errorsCsv(RatingImport.KIND, id);
  }
}
