package org.evenhand.review.growth.opportunity.past;

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
@Path("/v1/opportunity-imports")
@Tag(
    name = "Opportunity imports",
    description = "Who came how far with opportunities of another system")
public class PastImportResource {

  private static final String EXAMPLE =
      """
      opportunityId,kind,decidedOn,externalId,stage
      REQ-1071,STRETCH,2025-03-18,L011,SELECTED
      REQ-1071,STRETCH,2025-03-18,L012,APPLIED
      REQ-1071,STRETCH,2025-03-18,L049,ELIGIBLE
      """;

  private static final String NDJSON =
      """
      {"opportunityId":"REQ-1071","kind":"STRETCH","decidedOn":"2025-03-18",\
      "externalId":"L011","stage":"SELECTED"}
      """;

  private final Imports imports;
  private final MappedImports mapped;

  PastImportResource(Imports imports, MappedImports mapped) {
    this.imports = imports;
    this.mapped = mapped;
  }

  @POST
  @Blocking
  @Consumes({"text/csv", "application/x-ndjson"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "importOpportunities",
      summary = "Import past opportunities, for the audit of access",
      description =
          """
          One row per opportunity and each employee who could have applied for it, with the furthest
          stage that they reached, as CSV (UTF-8, with a header) or NDJSON. All who were eligible
          belong in it, also those who did not apply. It is told to the audit of access alone, as
          what is decided here is; nothing about the people is kept. An opportunity is taken whole
          or not at all, and once: if one of its rows is refused, so are the others, each with its
          reason, and one that was taken before is refused and can't be corrected, so look at a dry
          run first. The audits of a year are published once: on the first of February after it, or,
          of a year that is told of later, when nothing of it has come for a day. So send all files
          about such a year within a day; rows of a published one are refused, and what comes in the
          moment of publication isn't counted. A year that isn't over counts together with what is
          decided here. With up to 1,000 rows the results come at once, else the import runs as a
          job.
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "one opportunity", value = EXAMPLE)),
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
  @Extension(name = ColumnTable.EXTENSION, value = PastImport.KIND)
  public Uni<Response> take(@BeanParam MappedImportParameters sent, InputStream body) {
    return mapped.take(PastImport.KIND, sent, body);
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "getOpportunityImport", summary = "See how an opportunity import goes")
  public Uni<ImportView> one(@PathParam("id") UUID id) {
    return imports.find(PastImport.KIND, id);
  }

  @GET
  @Path("/{id}/errors")
  @Blocking
  @Produces("text/csv")
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "getOpportunityImportErrors",
      summary = "Fetch the refused rows of an opportunity import as CSV")
  @APIResponse(
      responseCode = "200",
      description = "The refused rows",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one refused row", value = ImportExamples.ERRORS)))
  public Uni<Response> errors(@PathParam("id") UUID id) {
    return imports.errorsCsv(PastImport.KIND, id);
  }
}
