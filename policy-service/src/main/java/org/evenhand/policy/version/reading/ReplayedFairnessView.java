package org.evenhand.policy.version.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.impact.CycleFairness;
import org.evenhand.policy.impact.FairnessRefusal;
import org.jspecify.annotations.Nullable;

/** How groups fared in a cycle and would have under the draft, as a client reads it. */
@Schema(
    name = "ReplayedFairness",
    description =
        "Before are the figures that were published of the cycle before calibration. After are"
            + " those of what is told of the same people: what fewer than five people of a group"
            + " and level come to, or people of one group alone, is counted as what most of them"
            + " come to.")
public record ReplayedFairnessView(
    @Schema(description = "Why there are no figures; absent where there are attributes")
        @Nullable FairnessRefusalView refusal,
    @Schema(description = "Every attribute that is looked at") List<AttributeView> attributes) {

  static ReplayedFairnessView of(CycleFairness told) {
    return new ReplayedFairnessView(
        told.refusal() == null ? null : FairnessRefusalView.of(told.refusal()),
        told.attributes().stream().map(AttributeView::of).toList());
  }

  /** Why nothing is told by protected attribute. */
  @Schema(name = "ReplayedFairnessRefusal")
  public record FairnessRefusalView(
      @Schema(description = "Why, for programs") FairnessRefusal code,
      @Schema(description = "The same in words") String text) {
    static FairnessRefusalView of(FairnessRefusal why) {
      return new FairnessRefusalView(why, why.text());
    }
  }

  /** A protected attribute. */
  @Schema(name = "ReplayedAttribute")
  public record AttributeView(
      @Schema(description = "Its key") String attribute,
      @Schema(description = "As people read it") String label,
      @Schema(description = "Empty where nothing of it was published of the cycle")
          List<GroupView> groups) {
    static AttributeView of(CycleFairness.OfAttribute told) {
      return new AttributeView(
          told.attribute(), told.label(), told.groups().stream().map(GroupView::of).toList());
    }
  }

  /** A group of an attribute. */
  @Schema(name = "ReplayedGroup")
  public record GroupView(
      @Schema(description = "The value that was declared") String group,
      @Schema(description = "How it stands among the groups, for programs")
          CycleFairness.Standing standing,
      @Schema(description = "The same in words") String note,
      @Schema(description = "The group with which it is compared, before and after")
          @Nullable String reference,
      @Schema(description = "As the reviewers had concluded") @Nullable FiguresView before,
      @Schema(description = "Under the draft; absent where it can't be told")
          @Nullable FiguresView after) {
    static GroupView of(CycleFairness.OfGroup told) {
      return new GroupView(
          told.group(),
          told.standing(),
          told.standing().text(),
          told.reference(),
          FiguresView.of(told.before()),
          FiguresView.of(told.after()));
    }
  }

  /** How a group fares beside the reference. */
  @Schema(name = "ReplayedFigures")
  public record FiguresView(
      @Schema(
              description =
                  "The share of favourable ratings over that of the reference; absent where the"
                      + " latter is 0")
          @Nullable Double impactRatio,
      @Schema(description = "Katz's interval") @Nullable LimitsView impactRatioInterval,
      @Schema(
              description =
                  "Negative: the group is rated lower; absent where no distribution of one of them"
                      + " is shown")
          @Nullable Double cliffsDelta,
      @Schema(description = "Brunner and Munzel's interval")
          @Nullable LimitsView cliffsDeltaInterval) {
    static @Nullable FiguresView of(CycleFairness.@Nullable Figures told) {
      return told == null
          ? null
          : new FiguresView(
              told.impactRatio(),
              LimitsView.of(told.impactRatioInterval()),
              told.cliffsDelta(),
              LimitsView.of(told.cliffsDeltaInterval()));
    }
  }

  /** An interval of 95 %. */
  @Schema(name = "ReplayedInterval")
  public record LimitsView(
      @Schema(description = "The lower limit") double low,
      @Schema(description = "The upper limit") double high) {
    static @Nullable LimitsView of(CycleFairness.@Nullable Limits told) {
      return told == null ? null : new LimitsView(told.low(), told.high());
    }
  }
}
