package org.evenhand.review.importmapping;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.imports.file.MappedDates;
import org.evenhand.kit.data.imports.file.Mapping;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/import-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Import mappings", description = "How files of other systems are read")
public class ImportMappingResource {

  /** The form of a mapping's name. */
  public static final String NAME = "^[a-z0-9][a-z0-9-]{0,49}$";

  private static final String EXAMPLE =
      """
      {"kind": "org", "separator": "SEMICOLON", "dateFormat": "dd.MM.yyyy",
       "columns": [
         {"column": "externalId", "source": "ID"},
         {"column": "givenName", "source": "First name"},
         {"column": "hiredOn", "source": "Hire date"},
         {"column": "country", "constant": "DE"},
         {"column": "managerExternalId", "source": "Supervisor ID", "constant": "-"},
         {"column": "workerType", "source": "Employment type",
          "values": {"Internal": "EMPLOYEE", "External": "CONTRACTOR"}}
       ]}
      """;

  private static final String VIEW_EXAMPLE =
      """
      {"name": "personio", "kind": "org", "separator": "SEMICOLON", "dateFormat": "dd.MM.yyyy",
       "columns": [{"column": "externalId", "source": "ID"},
                   {"column": "country", "constant": "DE"}],
       "actions": ["putImportMapping", "removeImportMapping"]}
      """;

  private final ImportMappings mappings;

  ImportMappingResource(ImportMappings mappings) {
    this.mappings = mappings;
  }

  /** Where one of our columns comes from. */
  @Schema(name = "MappedColumn", example = "{\"column\": \"externalId\", \"source\": \"ID\"}")
  public record ColumnBody(
      @NotNull
          @PlainText
          @Size(max = 100)
          @Schema(description = "Our column, as the import names it", examples = "workerType")
          String column,
      @PlainText
          @Size(max = 200)
          @Schema(description = "The file's column", examples = "Employment type")
          @Nullable String source,
      @PlainText
          @Size(max = 200)
          @Schema(
              description = "What our column holds where there is no source, or its cell is blank",
              examples = "EMPLOYEE")
          @Nullable String constant,
      @Size(max = 2_000)
          @Schema(
              description =
                  "What each text of the source stands for; a row with another one is refused."
                      + " Without any, a text stands for itself",
              examples = "{\"Internal\": \"EMPLOYEE\", \"External\": \"CONTRACTOR\"}")
          @Nullable Map<@Size(min = 1, max = 200) String, @NotNull @Size(max = 200) String>
              values) {

    Mapping.Part part() {
      return new Mapping.Part(
          column, source, constant, Optional.ofNullable(values).orElse(Map.of()));
    }

    static ColumnBody of(Mapping.Part part) {
      return new ColumnBody(
          part.column(),
          part.source(),
          part.constant(),
          part.values().isEmpty() ? null : part.values());
    }
  }

  /** How a file is read. */
  @Schema(name = "ImportMappingBody", example = EXAMPLE)
  public record MappingBody(
      @NotNull
          @Pattern(regexp = "^(org|rating)$")
          @Schema(description = "Which import it is for", examples = "org")
          String kind,
      @Schema(description = "What stands between two cells of a CSV; COMMA where it is left out")
          Mapping.@Nullable Separator separator,
      @Pattern(regexp = MappedDates.FORMAT)
          @Schema(
              description =
                  "How the file writes days: yyyy, M or MM (MMM for Jan), d or dd; yyyy-MM-dd where"
                      + " it is left out",
              examples = "dd.MM.yyyy")
          @Nullable String dateFormat,
      @NotEmpty
          @Size(max = 100)
          @Valid
          @Schema(
              description = "Where our columns come from; all others of the file are passed over")
          List<@NotNull ColumnBody> columns) {

    Mapping mapping() {
      return new Mapping(
          Optional.ofNullable(separator).orElse(Mapping.Separator.COMMA),
          dateFormat,
          columns.stream().map(ColumnBody::part).toList());
    }
  }

  /** A mapping and its name. */
  @Schema(name = "ImportMapping", example = VIEW_EXAMPLE)
  public record MappingView(
      @Schema(description = "The name by which an import asks for it", examples = "personio")
          String name,
      String kind,
      @Schema(description = "What stands between two cells of a CSV") Mapping.Separator separator,
      @Schema(description = "How the file writes days; yyyy-MM-dd where it is missing")
          @Nullable String dateFormat,
      @Schema(description = "Where our columns come from") List<ColumnBody> columns,
      List<String> actions) {

    static MappingView of(ImportMapping kept) {
      Mapping mapping = kept.mapping();
      return new MappingView(
          kept.name(),
          kept.kind(),
          mapping.separator(),
          mapping.dateFormat(),
          mapping.columns().stream().map(ColumnBody::of).toList(),
          List.of("putImportMapping", "removeImportMapping"));
    }
  }

  /** All of them. */
  @Schema(name = "ImportMappings", example = "{\"items\": [" + VIEW_EXAMPLE + "]}")
  public record MappingsView(List<MappingView> items) {}

  @GET
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "listImportMappings", summary = "All mappings, by name")
  public Uni<MappingsView> list() {
    return mappings.all().map(all -> new MappingsView(all.stream().map(MappingView::of).toList()));
  }

  @GET
  @Path("/{name}")
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "getImportMapping", summary = "Read a mapping")
  @Extension(name = KnownProblems.NAME, value = "MAPPING_UNKNOWN")
  public Uni<RestResponse<MappingView>> one(
      @Parameter(description = "The mapping's name", example = "personio")
          @PathParam("name")
          @Pattern(regexp = NAME)
          String name) {
    return mappings
        .one(name)
        .map(kept -> response(RestResponse.ResponseBuilder.ok(MappingView.of(kept)), kept));
  }

  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HRIS)
  @Operation(
      operationId = "putImportMapping",
      summary = "Say how the files of another system are read",
      description =
          "For files whose columns have other names, values or dates than ours: a file that is sent"
              + " with `?mapping=` and this name is read by it. Try it with `dryRun=true`. Replaces"
              + " what the name stood for; imports that have been taken in stay as they are.")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content = @Content(schema = @Schema(implementation = MappingView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Kept under a new name",
      content = @Content(schema = @Schema(implementation = MappingView.class)))
  public Uni<RestResponse<MappingView>> put(
      @Parameter(description = "The mapping's name", example = "personio")
          @PathParam("name")
          @Pattern(regexp = NAME)
          String name,
      @Parameter(
              description =
                  "The ETag that was read with the mapping: 428 without it, 412 when it has changed"
                      + " since. A new mapping has none")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @NotNull @Valid MappingBody body) {
    return mappings
        .put(name, body.kind(), body.mapping(), ifMatch)
        .map(
            kept -> {
              MappingView view = MappingView.of(kept.mapping());
              return response(
                  kept.isNew()
                      ? RestResponse.ResponseBuilder.<MappingView>created(
                              URI.create("/v1/import-mappings/" + name))
                          .entity(view)
                      : RestResponse.ResponseBuilder.ok(view),
                  kept.mapping());
            });
  }

  @DELETE
  @Path("/{name}")
  @RolesAllowed(Roles.HRIS)
  @Operation(operationId = "removeImportMapping", summary = "Remove a mapping")
  @APIResponse(responseCode = "204", description = "No longer kept")
  @Extension(name = KnownProblems.NAME, value = "MAPPING_UNKNOWN")
  public Uni<Void> remove(
      @Parameter(description = "The mapping's name", example = "personio")
          @PathParam("name")
          @Pattern(regexp = NAME)
          String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return mappings.remove(name, ifMatch);
  }

  private static RestResponse<MappingView> response(
      RestResponse.ResponseBuilder<MappingView> answer, ImportMapping kept) {
    return answer.header(HttpHeaders.ETAG, Preconditions.etag(kept.version())).build();
  }
}
