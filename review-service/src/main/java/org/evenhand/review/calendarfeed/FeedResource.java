package org.evenhand.review.calendarfeed;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar", description = "The dates that concern a person")
public class FeedResource {

  private final Feeds feeds;
  private final Idempotency idempotency;

  FeedResource(Feeds feeds, Idempotency idempotency) {
    this.feeds = feeds;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCalendarFeeds",
      summary = "List my feeds, at most ten",
      description =
          "Without their addresses, which nobody knows any more. One that was never used, or is"
              + " used on a day on which its person did not, is to be revoked.")
  public Uni<FeedList> list() {
    return feeds.all().map(FeedList::of);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "makeCalendarFeed",
      summary = "Make a secret address under which a calendar client reads my dates",
      description =
          "The address is told this once, in `url`: nobody can look it up later, and a repeat with"
              + " the same Idempotency-Key doesn't have it. It works until it is revoked, the"
              + " person leaves, or nobody has used it for 180 days. It holds what is the person's"
              + " by name, and no names.")
  @Extension(name = KnownProblems.NAME, value = "TOO_MANY_FEEDS")
  @APIResponseSchema(
      value = FeedView.class,
      responseCode = "201",
      responseDescription = "The feed, with its address")
  public Uni<Response> make(@HeaderParam("Idempotency-Key") @Nullable String key) {
    AtomicReference<Feeds.@Nullable Made> made = new AtomicReference<>();
    return idempotency
        .once(
            key,
            "makeCalendarFeed",
            null,
            () -> feeds.make().invoke(made::set).map(Feeds.Made::answer))
        .map(response -> shown(response, made.get()));
  }

  /** The address is in no stored answer: it is put in on the way out. */
  private static Response shown(Response response, Feeds.@Nullable Made made) {
    return made == null
        ? response
        : Response.status(response.getStatus())
            .header(HttpHeaders.LOCATION, response.getHeaderString(HttpHeaders.LOCATION))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(FeedView.of(made.feed(), made.url()))
            .build();
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "revokeCalendarFeed",
      summary = "Revoke a feed of mine",
      description = "Its address answers 404 from then on.")
  @APIResponse(responseCode = "204", description = "Revoked")
  public Uni<Void> revoke(@PathParam("id") UUID id) {
    return feeds.revoke(id);
  }
}
