package org.evenhand.review.growth.catalogue.matching;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.catalogue.AccessFeature;
import org.evenhand.review.growth.catalogue.EntryKind;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/catalogue-matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class MatchingResource {

  private static final String SEED = "[A-Za-z0-9-]{1,40}";

  private final Matching matching;
  private final Clock clock;

  MatchingResource(Matching matching, Clock clock) {
    this.matching = matching;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "matchCatalogue",
      summary = "Find entries that have what one looks for, each with why it was found",
      description =
          "A filter, and no score: nothing is learned from people, and nothing of the question is"
              + " kept. By the first day, and on one day by the SHA-256 of the seed, a space and"
              + " the id in hexadecimal digits, so that anybody can check the order; the seed is"
              + " the day where none is given.")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND, RULE_VIOLATED")
  public Uni<CatalogueMatches> find(
      @BeanParam PageRequest page,
      @Parameter(description = "The key of a criterion on which one would like to work")
          @QueryParam("criterion")
          @Nullable String criterion,
      @Parameter(description = "One's own development plan, for its gaps") @QueryParam("plan")
          @Nullable UUID plan,
      @Parameter(description = "A skill that no policy names") @QueryParam("tag")
          @Nullable String tag,
      @Parameter(description = "Only entries of this kind") @QueryParam("kind")
          @Nullable EntryKind kind,
      @Parameter(description = "A language, as in BCP 47: nl finds nl-BE too")
          @QueryParam("language")
          @Nullable String language,
      @Parameter(description = "A work location; what can be followed from anywhere is found too")
          @QueryParam("place")
          @Nullable String place,
      @Parameter(description = "What one needs to take part; all of them are met")
          @QueryParam("accessibility")
          @Nullable List<AccessFeature> accessibility,
      @Parameter(description = "What orders entries of one day, 40 letters or digits at most")
          @QueryParam("seed")
          @Nullable String seed) {
    // The day of the first page orders all of them.
    String ordering =
        Optional.ofNullable(seed)
            .or(() -> page.cursor().map(cursor -> cursor.text(2)))
            .orElseGet(() -> LocalDate.now(clock).toString());
    if (!ordering.matches(SEED)) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The seed is not valid.")
          .with(MALFORMED.parameter("seed", "is not of 40 letters, digits or hyphens at most"));
    }
    return matching.find(
        gaps ->
            new MatchQuery(
                Stream.concat(Stream.ofNullable(criterion), gaps.stream()).distinct().toList(),
                tag,
                kind,
                language,
                place,
                accessibility == null ? List.of() : accessibility,
                ordering),
        plan,
        page);
  }
}
