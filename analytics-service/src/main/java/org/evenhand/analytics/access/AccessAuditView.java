package org.evenhand.analytics.access;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.fairness.FairnessView.DimensionName;
import org.evenhand.analytics.fairness.FairnessView.GroupRole;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.RuleView;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Selection;
import org.jspecify.annotations.Nullable;

/** How far the groups of a dimension came with the opportunities of a kind and year. */
@Schema(name = "AccessAudit", example = AccessAuditExample.JSON)
record AccessAuditView(
    OpportunityKind kind,
    int year,
    DimensionName dimension,
    AccessState state,
    @Schema(description = "The state in words") String note,
    @Schema(description = "Groups below this size are not shown") int leastGroup,
    @Schema(description = "The day on which the year is published") LocalDate expectedOn,
    @Schema(description = "How many opportunities were decided; absent until it is published")
        @Nullable Long opportunities,
    @Schema(
            description =
                "How many more of which not all was told in time: nobody counts in them; absent"
                    + " until it is published")
        @Nullable Long incomplete,
    RuleView rule,
    List<GroupView> groups) {

  /** Whether there are figures. */
  @Schema(name = "AccessState")
  enum AccessState {
    SHOWN("Groups of which figures would tell of people are named without."),
    TOO_FEW_PEOPLE("Too few people: no group can be shown."),
    NOT_PUBLISHED(
        "Nothing is published: the year's day hasn't come, none of the kind was decided in it, or"
            + " the dimension is newer.");

    private final String words;

    AccessState(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** How many people came to each stage; who came further is among them. */
  @Schema(name = "AccessFunnel")
  record ReachedView(
      long eligible,
      long applied,
      long assessed,
      @Schema(description = "Absent where so few were assessed that it would tell of them")
          @Nullable Long selected) {

    static ReachedView of(LevelCounts furthest, int least) {
      Selection selected = Stage.SELECTED.of(furthest);
      return new ReachedView(
          furthest.people(),
          furthest.atOrAbove(Stage.APPLIED.number()).selected(),
          selected.people(),
          isOfFew(selected, least) ? null : selected.selected());
    }
  }

  /** How a group fared at a stage. */
  @Schema(name = "AccessStage")
  record StageView(
      Stage stage,
      GroupRole role,
      @Schema(description = "Who came to the stage before") long people,
      @Schema(description = "Who of these came to this one; absent where they are too few")
          @Nullable Long reached,
      @Schema(description = "reached / people; absent where nobody or too few came that far")
          @Nullable Double rate,
      @Schema(description = "Absent for the reference, and where too few came that far")
          @Nullable ImpactRatioView impactRatio) {

    static StageView of(StageResult result, int least) {
      Selection selection = result.selection();
      if (isOfFew(selection, least)) {
        return new StageView(
            result.stage(), GroupRole.NOT_COMPARED, selection.people(), null, null, null);
      }
      return new StageView(
          result.stage(),
          result.role(),
          selection.people(),
          selection.selected(),
          selection.people() == 0 ? null : selection.rate(),
          result.impactRatio().orElse(null));
    }
  }

  /** What became of few is told of nobody. */
  private static boolean isOfFew(Selection selection, int least) {
    return selection.people() > 0 && selection.people() < least;
  }

  /** A group with its figures, or named as hidden with the rule that hides it. */
  @Schema(name = "AccessGroup")
  record GroupView(
      String value,
      boolean suppressed,
      @Nullable String rule,
      @Nullable ReachedView reached,
      @Schema(description = "APPLIED, ASSESSED and SELECTED; none of a hidden group")
          List<StageView> stages) {}
}
