package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.evenhand.review.growth.peer.work.PeerBodies.Nomination;
import org.evenhand.review.growth.peer.work.PeerBodies.Refusal;
import org.evenhand.review.growth.peer.work.PeerBodies.Striking;
import org.jspecify.annotations.Nullable;

/** {@code /v1/peer-requests}. */
@KnownCaller
@Path("/v1/peer-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peer requests", description = "Whom a reviewee names, and the reviewer asks, as peers")
public class PeerRequestResource {

  private final PeerReading reading;
  private final PeerNominating nominating;
  private final PeerAnswering answering;
  private final Idempotency idempotency;

  PeerRequestResource(
      PeerReading reading,
      PeerNominating nominating,
      PeerAnswering answering,
      Idempotency idempotency) {
    this.reading = reading;
    this.nominating = nominating;
    this.answering = answering;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listPeerRequests",
      summary = "List the requests to peers that one may know of",
      description =
          "Those whom one has named, or is asked by; of reviews that one reads wholly, all. In the"
              + " order in which they were named.")
  public Uni<Page<PeerRequestView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "The id of a review: only the requests that belong to it")
          @QueryParam("review")
          @Nullable UUID review) {
    return reading.list(review, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getPeerRequest",
      summary = "Read a request to a peer",
      description =
          "The reviewee reads whether the reviewer has agreed, and not what came of it; the peer"
              + " learns of it when they are asked.")
  @APIResponseSchema(
      value = PeerRequestView.class,
      responseCode = "200",
      responseDescription = "The request; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nominatePeer",
      summary = "Name a peer for a review",
      description =
          "By the reviewee, for the reviewer to agree; or by the reviewer, as many as the reviewee"
              + " has named, who needs nobody's agreement. Eight at most. A peer works here, and"
              + " is neither the reviewer nor below the reviewee.")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOT_FOUND, STATE_CONFLICT, CONTRIBUTOR_NOT_POSSIBLE")
  @APIResponseSchema(
      value = PeerRequestView.class,
      responseCode = "201",
      responseDescription = "The request")
  public Uni<Response> nominate(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Nomination request) {
    return idempotency.once(key, "nominatePeer", request, () -> nominating.nominate(request));
  }

  @POST
  @Path("/{id}/agreement")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "agreeToPeer",
      summary = "Agree to a peer whom the reviewee has named",
      description =
          "By the reviewer. Once two are agreed to, all who are become ASKED, and have a task:"
              + " nobody is asked alone. Refused for a peer who is not at work, for whom ten wait"
              + " already, or who is the reviewer or below the reviewee by now.")
  @Extension(name = KnownProblems.NAME, value = "CONTRIBUTOR_NOT_POSSIBLE")
  @APIResponseSchema(
      value = PeerRequestView.class,
      responseCode = "200",
      responseDescription = "The request, AGREED or ASKED")
  public Uni<Response> agree(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "agreeToPeer " + id, null, () -> answering.agree(id, ifMatch));
  }

  @POST
  @Path("/{id}/striking")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "strikePeer",
      summary = "Strike a peer, with the reason",
      description =
          "By the reviewer, as long as the peer isn't asked. The reviewee reads the reason; the"
              + " peer never learns of it.")
  @APIResponseSchema(
      value = PeerRequestView.class,
      responseCode = "200",
      responseDescription = "The request, STRUCK")
  public Uni<Response> strike(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid Striking request) {
    return idempotency.once(
        key, "strikePeer " + id, request, () -> answering.strike(id, ifMatch, request.reason()));
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "declinePeerRequest",
      summary = "Say nothing as a peer",
      description =
          "By whoever is asked, with a reason that the reviewer alone reads. The"
              + " review is closed to them then.")
  @APIResponseSchema(
      value = PeerRequestView.class,
      responseCode = "200",
      responseDescription = "The request, DECLINED")
  public Uni<Response> decline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid Refusal request) {
    return idempotency.once(
        key,
        "declinePeerRequest " + id,
        request,
        () -> answering.decline(id, ifMatch, request.code()));
  }
}
