package org.evenhand.review.rating;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings", description = "Ratings for the HRIS: shared ones, and the history")
public class RatingResource {

  private final Ratings ratings;

  RatingResource(Ratings ratings) {
    this.ratings = ratings;
  }

  @GET
  @RolesAllowed({Roles.HRIS, Roles.HR_LEAD})
  @Operation(
      operationId = "listRatings",
      summary = "Read ratings in the order of their last change",
      description =
          """
          LIVE ratings from their sharing on, and imported HISTORY. Follow `next` to the last page,
          keep its `updatedSince`, and hand it in the next time: what changed since then comes, each
          rating once, as it is now. The token follows the order of commits, not a clock, so that
          nothing is passed over; a very recent change may come a moment later. An HR lead reads none
          of themself and of their own chain.
          """)
  @Extension(name = KnownProblems.NAME, value = "CYCLE_UNKNOWN")
  public Uni<RatingsPage> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Key or id of a cycle", example = "2013-14") @QueryParam("cycle")
          @Nullable String cycle,
      @Parameter(
              description = "The token `updatedSince` of an earlier page",
              schema = @Schema(type = SchemaType.STRING, maxLength = 1024))
          @QueryParam("updatedSince")
          @Nullable String updatedSince) {
    if (page.cursor != null && updatedSince != null) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "Only one place to begin can be told.")
          .with(INCONSISTENT.parameter("updatedSince", "stands beside cursor"));
    }
    ChangePosition from =
        page.cursor != null
            ? ChangePosition.of("cursor", page.cursor.encode())
            : updatedSince == null
                ? ChangePosition.START
                : ChangePosition.of("updatedSince", updatedSince);
    return ratings.page(Optional.ofNullable(cycle).filter(c -> !c.isBlank()), from, page.limit());
  }
}
