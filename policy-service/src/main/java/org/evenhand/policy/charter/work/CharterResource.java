package org.evenhand.policy.charter.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.charter.CharterContent;
import org.evenhand.policy.charter.kind.CharterDefaults;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.charter.reading.CharterList;
import org.evenhand.policy.charter.reading.CharterReading;
import org.evenhand.policy.charter.reading.CharterView;
import org.jspecify.annotations.Nullable;

/** Charters and their text. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/charters")
@Tag(
    name = "Charters",
    description = "How long people may take for what they owe, and who hears of it when it is late")
public class CharterResource {

  private final Charters charters;
  private final CharterReading reading;
  private final KnownDuties duties;
  private final Idempotency idempotency;

  CharterResource(
      Charters charters, CharterReading reading, KnownDuties duties, Idempotency idempotency) {
    this.charters = charters;
    this.reading = reading;
    this.duties = duties;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "draftCharter",
      summary = "Draft the next charter",
      description = "Only HR sees it until its sign-off opens. 409 while another one is drafted.")
  @Extension(name = KnownProblems.NAME, value = "CHARTER_INVALID, CHARTER_UNDER_WAY")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "201",
      responseDescription = "The draft; Location is its address")
  public Uni<Response> draft(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CharterContent content) {
    return idempotency.once(key, "draftCharter", content, () -> charters.begin(content));
  }

  @POST
  @Path("check")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "checkCharter",
      summary = "Learn what is wrong with the content of a charter; nothing is kept")
  @Extension(name = KnownProblems.NAME, value = "CHARTER_INVALID")
  @APIResponseSchema(
      value = CharterCheck.class,
      responseCode = "200",
      responseDescription = "Nothing is wrong")
  public Uni<CharterCheck> check(@NotNull @Valid CharterContent content) {
    return charters.check(content);
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "listCharters", summary = "List the charters, by number")
  @APIResponseSchema(
      value = CharterList.class,
      responseCode = "200",
      responseDescription = "A page of charters")
  public Uni<Page<CharterView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("current")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getCurrentCharter",
      summary = "Read the charter in force",
      description = "404 before the first one: see getCharterDefaults.")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter in force")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> current() {
    return reading.current().map(Versioned::response);
  }

  @GET
  @Path("defaults")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getCharterDefaults",
      summary = "Read the kinds of duty, and what holds for them without a charter")
  public Uni<CharterDefaults> defaults() {
    return Uni.createFrom().item(new CharterDefaults(duties.all()));
  }

  @GET
  @Path("{charterId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getCharter", summary = "Read a charter with its whole content")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("charterId") UUID charterId) {
    return reading.charter(charterId).map(Versioned::response);
  }

  @PUT
  @Path("{charterId}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "editCharter",
      summary = "Replace the content of a draft",
      description = "Whoever edits is one of its authors, and can't approve it.")
  @Extension(name = KnownProblems.NAME, value = "CHARTER_INVALID, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "200",
      responseDescription = "The charter as it is now")
  public Uni<Response> edit(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @PathParam("charterId") UUID charterId,
      @NotNull @Valid CharterContent content) {
    return idempotency.once(
        null,
        "editCharter " + charterId,
        content,
        () -> charters.edit(charterId, ifMatch, content));
  }
}
