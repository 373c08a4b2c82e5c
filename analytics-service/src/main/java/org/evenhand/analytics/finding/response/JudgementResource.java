package org.evenhand.analytics.finding.response;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/judgements}. */
@KnownCaller
@Path("/v1/judgements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings")
public class JudgementResource {

  private final Findings findings;

  JudgementResource(Findings findings) {
    this.findings = findings;
  }

  @GET
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.MANAGER})
  @Operation(
      operationId = "listJudgements",
      summary = "Which cycles were judged, the newest judgement first",
      description =
          "Also of a cycle in which nothing was found: by which rule, and how many comparisons came"
              + " to which outcome. Open to whom the findings of the cycle are.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN")
  public Uni<Page<JudgementView>> list(
      @Parameter(description = "The key or id of what was judged", example = "2013-14")
          @QueryParam("cycle")
          @Nullable String cycle,
      @BeanParam PageRequest page) {
    return findings.judgements(cycle, page);
  }
}
