package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.checkin.reading.CheckInView;
import org.evenhand.review.growth.checkin.reading.PrivateNoteView;
import org.evenhand.review.growth.checkin.work.CheckInRequests.AgendaRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.EarlierNotesRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.NoteRequest;
import org.jspecify.annotations.Nullable;

/** What the two bring to a check-in and write down. */
@KnownCaller
@Path("/v1/check-ins/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Check-ins",
    description = "What somebody and whoever leads them speak about; nobody else reads it")
public class ConversationResource {

  private final Conversations conversations;
  private final PrivateNotes privateNotes;
  private final Idempotency idempotency;

  ConversationResource(
      Conversations conversations, PrivateNotes privateNotes, Idempotency idempotency) {
    this.conversations = conversations;
    this.privateNotes = privateNotes;
    this.idempotency = idempotency;
  }

  @PUT
  @Path("/agenda")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putCheckInAgenda",
      summary = "Say what one wants to speak about",
      description =
          "All of one's own items, in the place of those before. An item may name a goal or an"
              + " observation; the other one sees the link if they may see what it names.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in")
  public Uni<Response> bring(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid AgendaRequest request) {
    return idempotency.once(
        key, "putCheckInAgenda " + id, request, () -> conversations.bring(id, ifMatch, request));
  }

  @PUT
  @Path("/shared-note")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putSharedNote",
      summary = "Write down something for both",
      description =
          "One's own note, which both read. Whoever leads the person next reads it if the employee"
              + " says so.")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in")
  public Uni<Response> share(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NoteRequest request) {
    return idempotency.once(
        key, "putSharedNote " + id, request, () -> conversations.share(id, ifMatch, request));
  }

  @GET
  @Path("/private-note")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getPrivateNote",
      summary = "Read what one has written down for oneself",
      description =
          "Its version is its own: the other one of the two doesn't see that it has changed.")
  @APIResponseSchema(
      value = PrivateNoteView.class,
      responseCode = "200",
      responseDescription = "The note; ETag is what a change has to name")
  public Uni<Response> kept(@PathParam("id") UUID id) {
    return privateNotes.one(id).map(Versioned::response);
  }

  @PUT
  @Path("/private-note")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putPrivateNote",
      summary = "Write down something for oneself",
      description =
          "Nobody else ever reads it, the other one of the two included. It can be changed as long"
              + " as one reads the check-in, also when that has ended.")
  @APIResponseSchema(
      value = PrivateNoteView.class,
      responseCode = "200",
      responseDescription = "The note")
  public Uni<Response> keep(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NoteRequest request) {
    return idempotency.once(
        key, "putPrivateNote " + id, request, () -> privateNotes.put(id, ifMatch, request));
  }

  @PUT
  @Path("/earlier-notes")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "passEarlierNotesOn",
      summary = "Let whoever leads one now read what was shared with those before",
      description =
          "By the employee, who can take it back at any time, also when the check-in has ended or"
              + " somebody else leads them. Without it nothing goes along; private notes never do.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = CheckInView.class,
      responseCode = "200",
      responseDescription = "The check-in")
  public Uni<Response> passEarlierNotesOn(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid EarlierNotesRequest request) {
    return idempotency.once(
        key,
        "passEarlierNotesOn " + id,
        request,
        () -> conversations.passEarlierNotesOn(id, ifMatch, request));
  }
}
