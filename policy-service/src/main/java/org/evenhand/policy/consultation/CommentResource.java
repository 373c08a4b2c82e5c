package org.evenhand.policy.consultation;

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
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.version.VersionAddress;
import org.jspecify.annotations.Nullable;

/** Comments and what became of them. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}/comments")
@Tag(name = "Consultation")
public class CommentResource {

  private final Comments comments;
  private final Idempotency idempotency;

  public CommentResource(Comments comments, Idempotency idempotency) {
    this.comments = comments;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "addComment",
      summary = "Add a comment, example, scenario or pitfall to a part of the version",
      description = "Open to every employee while the version is in CONSULTATION.")
  @Extension(name = KnownProblems.NAME, value = "ANCHOR_UNKNOWN, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CommentView.class,
      responseCode = "201",
      responseDescription = "The comment; Location is its address")
  public Uni<Response> add(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid Remark remark) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key, address.operation("addComment"), remark, () -> comments.add(address, remark));
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "listComments", summary = "List the comments, oldest first")
  @APIResponseSchema(
      value = CommentList.class,
      responseCode = "200",
      responseDescription = "A page of comments")
  public Uni<Page<CommentView>> list(
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @BeanParam PageRequest page) {
    return comments.all(new VersionAddress(policyId, version), page);
  }

  @GET
  @Path("{commentId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getComment", summary = "Read a comment and its disposition")
  @APIResponseSchema(
      value = CommentView.class,
      responseCode = "200",
      responseDescription = "The comment; ETag is what a disposition has to name")
  public Uni<Response> get(
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @PathParam("commentId") UUID commentId) {
    return comments.one(new VersionAddress(policyId, version), commentId).map(Versioned::response);
  }

  @POST
  @Path("{commentId}/disposition")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "disposeComment",
      summary = "Say what becomes of a comment, and why",
      description =
          "Sign-off cannot open before every comment has one. If-Match names the comment's ETag; a"
              + " disposition can be decided anew as long as the window is open.")
  @Extension(name = KnownProblems.NAME, value = "TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CommentView.class,
      responseCode = "200",
      responseDescription = "The comment with its disposition")
  public Uni<Response> dispose(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @PathParam("commentId") UUID commentId,
      @NotNull @Valid Decided decided) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("disposeComment") + "/" + commentId,
        decided,
        () -> comments.dispose(address, commentId, ifMatch, decided));
  }
}
