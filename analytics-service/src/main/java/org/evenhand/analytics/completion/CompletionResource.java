package org.evenhand.analytics.completion;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.analytics.viewer.By;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** {@code /v1/completion}. */
@KnownCaller
@Path("/v1/completion")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completion", description = "How far the reviews of a cycle have come")
public class CompletionResource {

  private final Completion completion;
  private final Caller caller;

  CompletionResource(Completion completion, Caller caller) {
    this.completion = completion;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR, Roles.MANAGER})
  @Operation(
      operationId = "getCompletion",
      summary = "How many reviews of a cycle have reached each stage",
      description =
          "hr-lead, insight and auditor see every partition; hr sees by=orgUnit for the units that"
              + " they serve; a manager sees by=none: the reviews of their own line. Measures of"
              + " the process are shown whatever the size of a group.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, PARTITION_NOT_OPEN")
  public Uni<CompletionView> get(
      @Parameter(description = "The cycle's key or id", example = "2026")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle,
      @Parameter(
              description = "By what ratings are grouped; none is the default",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"none", "orgUnit", "jobLevel", "jobFamily", "workLocation"}),
              example = "orgUnit")
          @QueryParam("by")
          @Nullable By by) {
    return completion.of(caller, cycle, By.dimension(by));
  }
}
