package org.evenhand.policy.notice;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** The notice that an announcement makes, and its receipts. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}")
@Tag(name = "Notice", description = "Managers are briefed first, then everyone")
public class NoticeResource {

  private final Announcements announcements;
  private final Acknowledgements acknowledgements;
  private final Idempotency idempotency;

  public NoticeResource(
      Announcements announcements, Acknowledgements acknowledgements, Idempotency idempotency) {
    this.announcements = announcements;
    this.acknowledgements = acknowledgements;
    this.idempotency = idempotency;
  }

  @POST
  @Path("announcement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "announceVersion",
      summary = "Announce an approved version and its date",
      description =
          "It takes effect by itself at the first moment (UTC) of effectiveOn. 409 when another"
              + " policy binds some of the same people.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "NOTICE_TOO_SHORT, POLICY_INCOMPLETE, REPLAY_RUNNING, SCOPE_TAKEN, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version, ANNOUNCED")
  public Uni<Response> announce(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid AnnouncementRequest request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("announceVersion"),
        request,
        () -> announcements.announce(address, ifMatch, request));
  }

  @POST
  @Path("acknowledgements")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "acknowledgeVersion",
      summary = "Say that one has read the notice",
      description = "A receipt, not consent. Saying it again gives the first receipt.")
  @Extension(name = KnownProblems.NAME, value = "NOTICE_NOT_OPEN, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = AcknowledgementView.class,
      responseCode = "201",
      responseDescription = "The receipt; Location is the list of one's own")
  public Uni<Response> acknowledge(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid AcknowledgementRequest request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("acknowledgeVersion"),
        request,
        () -> acknowledgements.acknowledge(address, request.stage()));
  }

  @GET
  @Path("acknowledgements")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listAcknowledgements",
      summary = "List the receipts: all for HR and auditors, one's own for others")
  @APIResponseSchema(
      value = AcknowledgementList.class,
      responseCode = "200",
      responseDescription = "A page of receipts")
  public Uni<Page<AcknowledgementView>> list(
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @BeanParam PageRequest page) {
    return acknowledgements.all(new VersionAddress(policyId, version), page);
  }
}
