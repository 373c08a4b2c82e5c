package org.evenhand.kit.data.testapp;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.database.DependencyAway;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.imports.ImportRequest;
import org.evenhand.kit.data.imports.ImportView;
import org.evenhand.kit.data.imports.Imports;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;

/** The HTTP side of the test application, as thin as the services' own. */
@KnownCaller
@Path("/v1")
@RolesAllowed("employee")
@Produces(MediaType.APPLICATION_JSON)
public class ThingResource {

  /** What a client sends. */
  public record NewThing(String name, int slowMillis) {}

  /** Makes a thing under two locks, with a pause between them. */
  public record LockingThing(String name, long first, long pause, long second) {}

  /** What a client gets. */
  public record ThingView(UUID id, String name) {}

  private final Things things;
  private final Idempotency idempotency;
  private final Imports imports;

  public ThingResource(Things things, Idempotency idempotency, Imports imports) {
    this.things = things;
    this.idempotency = idempotency;
    this.imports = imports;
  }

  @POST
  @Path("/things")
  @APIResponseSchema(value = ThingView.class, responseCode = "201")
  public Uni<Response> create(@HeaderParam("Idempotency-Key") String key, NewThing body) {
    return idempotency.once(
        key,
        "createThing",
        body,
        () ->
            things
                .create(body.name(), body.slowMillis())
                .invoke(
                    thing -> {
                      if (body.name().equals("forbidden")) {
                        throw Problem.of(CommonProblem.RULE_VIOLATED, "not this name");
                      }
                    })
                .map(
                    thing ->
                        Answer.created(
                            URI.create("/v1/things/" + thing.id()), thing.version(), view(thing))));
  }

  @POST
  @Path("/locking-things")
  @APIResponseSchema(value = ThingView.class, responseCode = "201")
  public Uni<Response> createLocking(
      @HeaderParam("Idempotency-Key") String key, LockingThing body) {
    return idempotency.once(
        key,
        "createLockingThing",
        body,
        () ->
            things
                .createLocking(body.name(), body.first(), body.pause(), body.second())
                .map(
                    thing ->
                        Answer.created(
                            URI.create("/v1/things/" + thing.id()), thing.version(), view(thing))));
  }

  /** Checks If-Match, then waits, so that two requests pass the check at the same moment. */
  @PUT
  @Path("/things/{id}")
  @APIResponseSchema(value = ThingView.class, responseCode = "200")
  public Uni<Response> rename(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NewThing body) {
    return idempotency.once(
        null,
        "renameThing",
        body,
        () ->
            things
                .rename(
                    id,
                    body.name(),
                    body.slowMillis(),
                    thing -> Preconditions.require(ifMatch, thing.version()))
                .map(thing -> Answer.ok(thing.version(), view(thing))));
  }

  @GET
  @Path("/away")
  public Uni<Response> away() {
    return Uni.createFrom().failure(new DependencyAway("another service"));
  }

  @POST
  @Path("/person-imports")
  @Consumes(MediaType.WILDCARD)
  @Blocking
  @APIResponse(
      responseCode = "202",
      description = "Taken in",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "207",
      description = "Done",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Uni<Response> importPeople(
      @HeaderParam("Content-Type") String contentType,
      @HeaderParam("Idempotency-Key") String key,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      InputStream body) {
    return imports.take(
        new ImportRequest(PersonImport.KIND, contentType, dryRun, false, key), body);
  }

  @GET
  @Path("/person-imports/{id}")
  public Uni<ImportView> personImport(@PathParam("id") UUID id) {
    return imports.find(PersonImport.KIND, id);
  }

  @GET
  @Path("/person-imports/{id}/errors")
  @Produces("text/csv")
  @Blocking
  public Uni<Response> personImportErrors(@PathParam("id") UUID id) {
    return imports.errorsCsv(PersonImport.KIND, id);
  }

  private static ThingView view(Thing thing) {
    return new ThingView(thing.id(), thing.name());
  }
}
