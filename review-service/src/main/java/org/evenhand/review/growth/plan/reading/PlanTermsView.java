package org.evenhand.review.growth.plan.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.growth.plan.terms.ActionKind;
import org.evenhand.review.growth.plan.terms.Checkpoint;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.plan.terms.Gap;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.MeansKind;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;
import org.jspecify.annotations.Nullable;

/** The terms of a plan, on the days on which they are now. */
@Schema(name = "DevelopmentTermsView")
public record PlanTermsView(String aim, LocalDate until, List<ActionView> actions) {

  @Schema(name = "DevelopmentGap")
  public record GapView(String criterion, int ordinal, @Nullable String anchor) {

    static GapView of(Gap gap) {
      return new GapView(gap.criterion(), gap.ordinal(), gap.anchor());
    }
  }

  @Schema(name = "DevelopmentCheckpoint")
  public record CheckpointView(UUID id, LocalDate on) {

    static CheckpointView of(Checkpoint checkpoint) {
      return new CheckpointView(checkpoint.id(), checkpoint.on());
    }
  }

  @Schema(name = "DevelopmentMeans")
  public record MeansView(
      UUID id,
      MeansKind kind,
      @Nullable String amount,
      @Nullable String unit,
      @Nullable String text,
      LocalDate dueOn,
      Deliverer deliverer,
      @Nullable UUID catalogueEntryId) {

    static MeansView of(Means means) {
      return new MeansView(
          means.id(),
          means.kind(),
          means.amount(),
          means.unit(),
          means.text(),
          means.dueOn(),
          means.deliverer(),
          means.catalogueEntryId());
    }
  }

  @Schema(name = "DevelopmentAction")
  public record ActionView(
      UUID id,
      ActionKind kind,
      String title,
      @Nullable GapView gap,
      String measure,
      LocalDate dueOn,
      List<CheckpointView> checkpoints,
      List<MeansView> means) {

    static ActionView of(PlannedAction action) {
      Gap gap = action.gap();
      return new ActionView(
          action.id(),
          action.kind(),
          action.title(),
          gap == null ? null : GapView.of(gap),
          action.measure(),
          action.dueOn(),
          action.checkpoints().stream().map(CheckpointView::of).toList(),
          action.means().stream().map(MeansView::of).toList());
    }
  }

  static PlanTermsView of(PlanTerms terms) {
    return new PlanTermsView(
        terms.aim(), terms.until(), terms.actions().stream().map(ActionView::of).toList());
  }
}
