package org.evenhand.review.appeal.work;

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
import org.evenhand.review.appeal.reading.AppealReading;
import org.evenhand.review.appeal.reading.AppealSummary;
import org.evenhand.review.appeal.reading.AppealView;
import org.evenhand.review.appeal.work.AppealRequests.AppealResponseRequest;
import org.evenhand.review.appeal.work.AppealRequests.CompanionRequest;
import org.evenhand.review.appeal.work.AppealRequests.FilingRequest;
import org.evenhand.review.appeal.work.AppealRequests.ScreeningRequest;
import org.evenhand.review.appeal.work.AppealRequests.WithdrawalRequest;
import org.evenhand.review.cycle.Reason;
import org.jspecify.annotations.Nullable;

/** Appeals as they are filed and read, and whether they go on. */
@KnownCaller
@Path("/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Appeals",
    description = "What somebody holds against their result, and what came of it")
public class AppealResource {

  private final AppealReading reading;
  private final Filings filings;
  private final Companions companions;
  private final Admissions admissions;
  private final Idempotency idempotency;

  AppealResource(
      AppealReading reading,
      Filings filings,
      Companions companions,
      Admissions admissions,
      Idempotency idempotency) {
    this.reading = reading;
    this.filings = filings;
    this.companions = companions;
    this.admissions = admissions;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listAppeals",
      summary = "List the appeals that the caller may see",
      description =
          "One's own; those in which one has a part; as HR those of the units that one serves,"
              + " outside one's own chain; as HR lead all but one's own. Auditors see that they are"
              + " there, and how late.")
  public Uni<Page<AppealSummary>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getAppeal",
      summary = "Read an appeal, as far as the caller may see it",
      description =
          "A panel reads the redacted evidence alone until all of it have scored; the reviewer what"
              + " they need to answer; an auditor no content.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "fileAppeal",
      summary = "Appeal against a shared result",
      description =
          "Once for each result, within the working days that the policy gives from its sharing on"
              + " (20 unless it says otherwise) at the reviewee's place, and as long as it can be"
              + " answered; later with a reason, which screening judges."
              + " For somebody who has left, HR files within that time. Until it ends the result is"
              + " `underAppeal`.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "ALREADY_APPEALED, APPEAL_LATE, NOT_FOUND, PRECONDITION_FAILED, RESULT_NOT_SHARED,"
              + " RULE_VIOLATED")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "201",
      responseDescription = "The appeal, FILED")
  public Uni<Response> file(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid FilingRequest request) {
    return idempotency.once(key, "fileAppeal", request, () -> filings.file(request));
  }

  @PUT
  @Path("/{id}/companion")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nameCompanion",
      summary = "Name somebody who stands by the appellant",
      description =
          "They read what the appellant reads, the trail of the result too until the appeal ends.")
  @Extension(name = KnownProblems.NAME, value = "COMPANION_NOT_POSSIBLE")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> nameCompanion(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CompanionRequest request) {
    return idempotency.once(
        key, "nameCompanion " + id, request, () -> companions.name(id, ifMatch, request));
  }

  @DELETE
  @Path("/{id}/companion")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "removeCompanion",
      summary = "Go on without the companion",
      description = "At any time, after the end too: they read nothing of it any more.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal")
  public Uni<Response> removeCompanion(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "removeCompanion " + id, null, () -> companions.remove(id, ifMatch));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawAppeal",
      summary = "Withdraw an appeal",
      description =
          "By the appellant, or by HR where it has filed it for one who has left. The same result"
              + " can't be appealed again. HR says why; the appellant may.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal, WITHDRAWN")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid WithdrawalRequest request) {
    return idempotency.once(
        key,
        "withdrawAppeal " + id,
        request,
        () -> admissions.withdraw(id, ifMatch, request.reason()));
  }

  @POST
  @Path("/{id}/screening")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "screenAppeal",
      summary = "Admit an appeal, or say why not",
      description =
          "By HR outside the chain who neither rated it, nor manages or directly reports to whoever"
              + " did, nor was asked for a view, nor filed it for somebody; after a referral by an"
              + " HR lead who has not screened it before. Where none does within the time it is"
              + " admitted. What is refused of somebody who has left is referred by itself.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription =
          "The appeal, SCREENED, NOT_ADMITTED, MANAGER_RESPONSE where nobody is there to answer, or"
              + " FILED where it was referred by itself")
  public Uni<Response> screen(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ScreeningRequest request) {
    return idempotency.once(
        key, "screenAppeal " + id, request, () -> admissions.screen(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/referral")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "referAppeal",
      summary = "Refer a refusal to the HR lead",
      description = "Once, within ten working days.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal, FILED again")
  public Uni<Response> refer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid Reason request) {
    return idempotency.once(
        key, "referAppeal " + id, request, () -> admissions.refer(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/response")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "respondToAppeal",
      summary = "Answer an appeal as the reviewer",
      description = "Within ten working days; without an answer the appeal goes on.")
  @APIResponseSchema(
      value = AppealView.class,
      responseCode = "200",
      responseDescription = "The appeal, MANAGER_RESPONSE")
  public Uni<Response> respond(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AppealResponseRequest request) {
    return idempotency.once(
        key, "respondToAppeal " + id, request, () -> admissions.respond(id, ifMatch, request));
  }
}
