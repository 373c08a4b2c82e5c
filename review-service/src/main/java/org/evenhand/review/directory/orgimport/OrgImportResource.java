package org.evenhand.review.directory.orgimport;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.imports.ColumnTable;
import org.evenhand.kit.data.imports.ImportExamples;
import org.evenhand.kit.data.imports.ImportView;
import org.evenhand.kit.data.imports.Imports;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.importmapping.MappedImportParameters;
import org.evenhand.review.importmapping.MappedImports;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/org-imports")
@Tag(name = "Org imports", description = "The HRIS' word on who works where, under whom")
public class OrgImportResource {

  private static final String NDJSON_EXAMPLE =
      """
      {"externalId":"L011","orgUnit":"sales","effectiveFrom":"2026-11-01","action":"CHANGE"}
      """;

  private static final String EXAMPLE =
      """
      externalId,givenName,familyName,managerExternalId,relationship,orgUnit,jobLevel,jobFamily,\
      workLocation,country,legalEntity,workerType,employmentStatus,assignmentId,effectiveFrom,action
      L005,Zoë,Brontë,,LINE,customer-care,L7,service,Utrecht,NL,Linden B.V.,EMPLOYEE,ACTIVE,\
      A005-1,2018-02-01,HIRE
      L011,José,Núñez,L005,LINE,customer-care,L6,service,Utrecht,NL,Linden B.V.,EMPLOYEE,ACTIVE,\
      A011-1,2019-09-02,HIRE
      """;

  private final Imports imports;
  private final MappedImports mapped;
  private final DeactivationPermits permits;
  private final Idempotency idempotency;

  OrgImportResource(
      Imports imports, MappedImports mapped, DeactivationPermits permits, Idempotency idempotency) {
    this.imports = imports;
    this.mapped = mapped;
    this.permits = permits;
    this.idempotency = idempotency;
  }

  @POST
  @Blocking
  @Consumes({"text/csv", "application/x-ndjson"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "importOrg",
      summary = "Import employees, their assignments and managers",
      description =
          """
          One row per employee, assignment and relationship, as CSV (UTF-8, with a header) or NDJSON.
          A nightly export can be sent as it is: a row whose action is blank or UPSERT hires whoever
          is unknown, brings back whoever had left and is employed by it, ends the employment of
          whoever has left, changes what differs, and does nothing where nothing does. HIRE adds an
          employee or a further assignment and never alters one; CHANGE alters from effectiveFrom
          on, a blank cell keeps what is known, `-` as managerExternalId or email says that there
          is none; TERMINATE ends one assignment, or without assignmentId all; REHIRE brings
          somebody back. A dry run shows each field with its old and new value. A row that says
          what is recorded already changes nothing.
          Managers may stand after their reports. Leave types and reasons of leaving are not taken:
          they are not ours to know. A row whose effectiveFrom lies ahead is refused. With up to
          1,000 rows the results come at once, else the import runs as a job.
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two people", value = EXAMPLE)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "one row", value = NDJSON_EXAMPLE))
      })
  @APIResponse(
      responseCode = "207",
      description = "Done: what became of each row",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Taken in; Location tells how it goes",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @Extension(name = KnownProblems.NAME, value = "MAPPING_UNKNOWN, MASS_DEACTIVATION")
  @Extension(name = ColumnTable.EXTENSION, value = OrgImport.KIND)
  public Uni<Response> take(@BeanParam MappedImportParameters sent, InputStream body) {
    return mapped.take(OrgImport.KIND, sent, body);
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "getOrgImport", summary = "See how an org import goes")
  public Uni<ImportView> one(@PathParam("id") UUID id) {
    return imports.find(OrgImport.KIND, id);
  }

  @GET
  @Path("/{id}/errors")
  @Blocking
  @Produces("text/csv")
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "getOrgImportErrors",
      summary = "Fetch the refused rows of an org import as CSV")
  @APIResponse(
      responseCode = "200",
      description = "The refused rows",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one refused row", value = ImportExamples.ERRORS)))
  public Uni<Response> errors(@PathParam("id") UUID id) {
    return imports.errorsCsv(OrgImport.KIND, id);
  }

  /** Leave for the next import to go beyond the guard. */
  @Schema(example = "{\"atMost\": 120}")
  public record PermitRequest(
      @NotNull
          @Min(1)
          @Max(10_000_000)
          @Schema(description = "How many employments it may end", examples = "120")
          Integer atMost) {}

  @POST
  @Path("/deactivation-permits")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "permitDeactivations",
      summary = "Permit one import to end more employments than usual",
      description =
          "An import that ends unusually many employments is refused as a whole. Whoever leads HR"
              + " can permit one that is meant; the permit lapses after an hour.")
  @Extension(name = KnownHeaders.NAME, value = "-Location")
  @APIResponse(
      responseCode = "201",
      description = "Permitted",
      content = @Content(schema = @Schema(implementation = DeactivationPermit.class)))
  public Uni<Response> permit(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid PermitRequest request) {
    return idempotency.once(
        idempotencyKey, "permitDeactivations", request, () -> permits.grant(request));
  }
}
