package org.evenhand.review.growth.goal.reading;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.reading.GoalView.GoalClosingView;
import org.evenhand.review.growth.goal.reading.GoalView.GoalNoteView;
import org.evenhand.review.growth.goal.reading.GoalView.GoalProposalView;
import org.evenhand.review.growth.goal.reading.GoalView.GoalSignatureView;
import org.evenhand.review.growth.goal.reading.GoalView.GoalVersionView;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.jspecify.annotations.Nullable;

/** The parts of a goal that the two have written. */
record GoalParts(Goal goal, Names names) {

  @Nullable GoalProposalView proposal() {
    return goal.proposal()
        .filter(open -> goal.state().isOpen())
        .map(
            open ->
                new GoalProposalView(
                    TermsBody.of(open.terms()),
                    goal.agreed()
                        .map(agreed -> open.terms().differingFrom(agreed.terms()))
                        .orElse(List.of()),
                    open.reason(),
                    signatures(open.signatures()),
                    open.at()))
        .orElse(null);
  }

  List<GoalVersionView> versions() {
    return goal.versions().stream()
        .map(
            version ->
                new GoalVersionView(
                    version.number(),
                    TermsBody.of(version.terms()),
                    version.reason(),
                    signatures(version.signatures()),
                    version.at(),
                    version.late()))
        .toList();
  }

  private List<GoalSignatureView> signatures(Signatures given) {
    List<GoalSignatureView> found = new ArrayList<>();
    for (AgreementSide side : AgreementSide.values()) {
      Signature signature = given.of(side);
      if (signature != null) {
        found.add(new GoalSignatureView(side, names.of(signature.by()), signature.at()));
      }
    }
    return found;
  }

  List<GoalNoteView> notes() {
    return goal.progress().stream()
        .map(each -> new GoalNoteView(each.health(), each.note(), names.of(each.by()), each.at()))
        .toList();
  }

  @Nullable GoalClosingView closing() {
    return goal.closing().map(this::closing).orElse(null);
  }

  private GoalClosingView closing(Closing closing) {
    Closing.Remark remark = closing.remark();
    return new GoalClosingView(
        closing.outcome(),
        closing.reason(),
        names.orNull(closing.by()),
        closing.at(),
        remark == null ? null : remark.text(),
        remark == null ? null : names.of(remark.by()));
  }
}
