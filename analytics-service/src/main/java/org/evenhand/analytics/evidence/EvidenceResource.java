package org.evenhand.analytics.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;

/** {@code /v1/evidence}. */
@KnownCaller
@Path("/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Whether the ratings of all groups rest on as much")
public class EvidenceResource {

  private final EvidenceParity parity;

  EvidenceResource(EvidenceParity parity) {
    this.parity = parity;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR})
  @Operation(
      operationId = "getEvidenceParity",
      summary = "On how much that was seen the ratings of the groups of a dimension rest",
      description =
          "How many of the reviews of a group rest on no, few or more observations, say what came"
              + " of what was seen, how long ago the last one was, and criteria without any:"
              + " numbers that review-service tells, told in bands, which are kept back as"
              + " distributions are; nothing reads a text. Published once of a cycle, with the"
              + " first edition that can tell of any group, as a rule before anything is shared."
              + " A difference says nothing of its reason.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN, DIMENSION_UNKNOWN, PARTITION_NOT_OPEN")
  public Uni<EvidenceView> get(
      @Parameter(description = "The cycle's key or id", example = "2026")
          @QueryParam("cycle")
          @NotNull
          @PlainText
          String cycle,
      @Parameter(description = "A demographic dimension", example = "disability")
          @QueryParam("dimension")
          @NotNull
          @PlainText
          String dimension) {
    return parity.of(cycle, dimension);
  }
}
