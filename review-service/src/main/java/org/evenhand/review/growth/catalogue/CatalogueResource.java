package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.catalogue.CatalogueRepository.Filter;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "What the company offers to learn with")
public class CatalogueResource {

  private final CatalogueReading reading;
  private final CatalogueSteps steps;
  private final Seats seats;
  private final Idempotency idempotency;

  CatalogueResource(
      CatalogueReading reading, CatalogueSteps steps, Seats seats, Idempotency idempotency) {
    this.reading = reading;
    this.steps = steps;
    this.seats = seats;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCatalogue",
      summary = "List the catalogue",
      description =
          "What is published; for HR also drafts and what is retired; for whoever has a seat also"
              + " what that is in.")
  public Uni<Page<CatalogueEntryView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only entries of this kind") @QueryParam("kind")
          @Nullable EntryKind kind,
      @Parameter(description = "Only entries that stand so") @QueryParam("state")
          @Nullable EntryState state) {
    return reading.list(new Filter(kind, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCatalogueEntry",
      summary = "Read an entry of the catalogue",
      description = "It says how many seats are left, and of nobody that they have one.")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "200",
      responseDescription = "The entry; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "draftCatalogueEntry",
      summary = "Draft an entry of the catalogue",
      description = "By HR. Nobody else reads it before it is published.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "201",
      responseDescription = "The entry, DRAFT")
  public Uni<Response> draft(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CatalogueRequest request) {
    return idempotency.once(key, "draftCatalogueEntry", request, () -> steps.draft(request));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeCatalogueEntry",
      summary = "Put an entry otherwise",
      description = "Until it is retired. It never has fewer seats than are taken.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "200",
      responseDescription = "The entry")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CatalogueRequest request) {
    return idempotency.once(
        key, "changeCatalogueEntry " + id, request, () -> steps.change(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "publishCatalogueEntry",
      summary = "Publish an entry",
      description = "From now on everybody reads it, and can take a seat.")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "200",
      responseDescription = "The entry, PUBLISHED")
  public Uni<Response> publish(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "publishCatalogueEntry " + id, null, () -> steps.publish(id, ifMatch));
  }

  @POST
  @Path("/{id}/retirement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "retireCatalogueEntry",
      summary = "Retire an entry",
      description = "Whoever has a seat keeps it; nobody takes another.")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "200",
      responseDescription = "The entry, RETIRED")
  public Uni<Response> retire(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "retireCatalogueEntry " + id, null, () -> steps.retire(id, ifMatch));
  }

  @PUT
  @Path("/{id}/seat")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeCatalogueSeat",
      summary = "Take a seat for oneself",
      description = "While one is left. Taking it twice is taking it once.")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "200",
      responseDescription = "The entry")
  public Uni<Response> takeSeat(
      @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "takeCatalogueSeat " + id, null, () -> seats.take(id));
  }

  @DELETE
  @Path("/{id}/seat")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "leaveCatalogueSeat",
      summary = "Leave one's seat to somebody else",
      description = "Nobody has to say why.")
  @APIResponseSchema(
      value = CatalogueEntryView.class,
      responseCode = "200",
      responseDescription = "The entry")
  public Uni<Response> leaveSeat(
      @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "leaveCatalogueSeat " + id, null, () -> seats.leave(id));
  }
}
