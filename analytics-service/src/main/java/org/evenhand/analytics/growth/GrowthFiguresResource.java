package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;

/** {@code /v1/growth-figures}. */
@KnownCaller
@Path("/v1/growth-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Growth figures",
    description = "What comes of development plans, and how feedback is given and received")
public class GrowthFiguresResource {

  private final GrowthByGroup byGroup;
  private final GrowthByUnit byUnit;
  private final GrowthYears years;
  private final Caller caller;

  GrowthFiguresResource(
      GrowthByGroup byGroup, GrowthByUnit byUnit, GrowthYears years, Caller caller) {
    this.byGroup = byGroup;
    this.byUnit = byUnit;
    this.years = years;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR})
  @Operation(
      operationId = "getGrowthFigure",
      summary = "A measure of plans or feedback of a year, by the groups of a dimension",
      description =
          "Each person is in exactly one band, by what was told in the calendar year. A year is"
              + " published once, on the first of February after it. Groups that can't be shown"
              + " without telling of somebody are named without figures; it is the same for all"
              + " readers. Nothing is tested, and a difference says nothing of its reason.")
  @Extension(name = KnownProblems.NAME, value = "DIMENSION_UNKNOWN")
  public Uni<GrowthGroupsView> get(
      @Parameter(description = "What is asked for") @QueryParam("measure") @NotNull
          GrowthMeasure measure,
      @Parameter(description = "The calendar year", example = "2026")
          @QueryParam("year")
          @NotNull
          @Min(FigureYear.FIRST)
          @Max(FigureYear.LAST)
          Integer year,
      @Parameter(description = "A demographic dimension", example = "disability")
          @QueryParam("dimension")
          @NotNull
          @PlainText
          String dimension) {
    return byGroup.of(measure, year, dimension);
  }

  @GET
  @Path("/by-unit")
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR})
  @Operation(
      operationId = "getGrowthFigureByUnit",
      summary = "A measure of plans or feedback of a year, by unit",
      description =
          "By the unit in which people worked on the last day of the year; of who had left by then,"
              + " the last one. A unit of few people, or of people who are all alike, is named"
              + " without figures, to hr-leads too, and so are others that would give it away; that"
              + " of nobody in a unit anything is told may be seen. hr sees the units that they"
              + " serve.")
  public Uni<GrowthUnitsView> byUnit(
      @Parameter(description = "What is asked for") @QueryParam("measure") @NotNull
          GrowthMeasure measure,
      @Parameter(description = "The calendar year", example = "2026")
          @QueryParam("year")
          @NotNull
          @Min(FigureYear.FIRST)
          @Max(FigureYear.LAST)
          Integer year) {
    return byUnit.of(caller, measure, year);
  }

  @GET
  @Path("/years")
  @RolesAllowed({Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.HR})
  @Operation(
      operationId = "listGrowthYears",
      summary = "The years of which there are or will be figures, the latest first",
      description = "With the day of publication, and the measures that can be asked for.")
  public Uni<Page<GrowthYearView>> list(@BeanParam PageRequest page) {
    return years.list(page);
  }
}
