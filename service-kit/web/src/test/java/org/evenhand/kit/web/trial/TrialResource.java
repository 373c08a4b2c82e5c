package org.evenhand.kit.web.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.web.json.JsonProblem;
import org.evenhand.kit.web.json.MergePatch;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/v1/trials")
@Tag(name = "trials")
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {

  private static final Trial STORED =
      new Trial("stored", Trial.Level.LOW, 3, true, null, null, null, List.of());

  private final Caller caller;
  private final Clock clock;
  private final ObjectMapper mapper;

  TrialResource(Caller caller, Clock clock, ObjectMapper mapper) {
    this.caller = caller;
    this.clock = clock;
    this.mapper = mapper;
  }

  @POST
  @RolesAllowed(Roles.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createTrial", summary = "Takes in a trial")
  public Uni<Trial> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Valid Trial trial) {
    return Uni.createFrom().item(trial);
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER})
  @Operation(operationId = "listTrials", summary = "Lists trials")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND, RULE_VIOLATED")
  public Page<Integer> list(
      @BeanParam PageRequest page,
      @QueryParam("flag") @Nullable Boolean flag,
      @QueryParam("reference") @Nullable UUID reference,
      @QueryParam("level") Trial.@Nullable Level level,
      @QueryParam("since") @Nullable Instant since,
      @QueryParam("day") @Nullable LocalDate day,
      @QueryParam("least") @Nullable @Min(3) Integer least) {
    int from = page.cursor().map(cursor -> (int) cursor.longAt(0) + 1).orElse(1);
    List<Integer> fetched =
        IntStream.rangeClosed(from, Math.min(120, from + page.limit())).boxed().toList();
    return Page.of(fetched, page.limit(), Cursor::of);
  }

  @GET
  @Path("/texts/{text}")
  @RolesAllowed(Roles.EMPLOYEE)
  public Map<String, String> texts(
      @PathParam("text") String inPath, @QueryParam("text") @Nullable String inQuery) {
    return Map.of("inPath", inPath, "inQuery", String.valueOf(inQuery));
  }

  @GET
  @Path("/words")
  @RolesAllowed(Roles.EMPLOYEE)
  public List<String> words(@QueryParam("word") @Nullable List<String> words) {
    return words == null ? List.of() : words;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.EMPLOYEE)
  @Operation(operationId = "getTrial", summary = "Shows a trial")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Response get(@PathParam("id") UUID id) {
    return Response.ok(STORED).header("ETag", Preconditions.etag(7)).build();
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Roles.MANAGER)
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "patchTrial", summary = "Changes a trial in part")
  @Extension(name = KnownHeaders.NAME, value = "-ETag")
  public Trial patch(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    Preconditions.require(ifMatch, 7);
    try {
      return mapper.treeToValue(MergePatch.apply(mapper.valueToTree(STORED), patch), Trial.class);
    } catch (JsonProcessingException e) {
      throw JsonProblem.of(e);
    }
  }

  @POST
  @Path("/{id}/opening")
  @RolesAllowed(Roles.MANAGER)
  @Extension(name = KnownProblems.NAME, value = "TRIAL_NOT_OPEN")
  public Uni<Void> open(@PathParam("id") UUID id) {
    return Uni.createFrom()
        .failure(
            Problem.of(TrialProblem.TRIAL_NOT_OPEN, "It is closed already.")
                .with(ViolationCode.INCONSISTENT.at("/state", "is CLOSED"))
                .allowing(List.of("reopening")));
  }

  @GET
  @Path("/me")
  @RolesAllowed({Roles.EMPLOYEE, Roles.HRIS})
  public Map<String, Object> me() {
    return Map.of(
        "subject", caller.subject(),
        "client", caller.clientId(),
        "employee", caller.employeeExternalId().orElse("none"),
        "roles", caller.roles().stream().sorted().toList(),
        "now", clock.instant().toString());
  }

  @GET
  @Path("/failure")
  @PermitAll
  @Extension(name = KnownProblems.NAME, value = "TRIAL_NOT_OPEN")
  public Uni<String> fail(@QueryParam("how") String how) {
    Throwable failure =
        switch (how) {
          case "away" ->
              new CompletionException(new ConnectException("Connection refused: db:5432"));
          case "nested" ->
              new CompletionException(Problem.of(TrialProblem.TRIAL_NOT_OPEN, "It is closed."));
          default -> new IllegalStateException("select * from secret where name = 'Ada'");
        };
    return Uni.createFrom().failure(failure);
  }

  @POST
  @Path("/loop")
  @RolesAllowed(Roles.MANAGER)
  @Consumes(MediaType.TEXT_PLAIN)
  public Uni<Map<String, Object>> onLoop(String text) {
    return Uni.createFrom()
        .item(Map.of("length", text.length(), "eventLoop", Context.isOnEventLoopThread()));
  }

  @POST
  @Path("/worker")
  @Blocking
  @RolesAllowed(Roles.MANAGER)
  @Consumes(MediaType.TEXT_PLAIN)
  public Map<String, Object> onWorker(String text) {
    return Map.of("length", text.length(), "eventLoop", Context.isOnEventLoopThread());
  }

  @POST
  @Path("/stream")
  @Blocking
  @RolesAllowed(Roles.HRIS)
  @Consumes("text/csv")
  public Map<String, Object> stream(InputStream body) throws IOException {
    long length = 0;
    byte[] buffer = new byte[8192];
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      length += n;
    }
    return Map.of("length", length);
  }

  @GET
  @Path("/undeclared")
  @Extension(name = KnownProblems.NAME, value = "FORBIDDEN")
  public String undeclared() {
    return "open by mistake";
  }
}
