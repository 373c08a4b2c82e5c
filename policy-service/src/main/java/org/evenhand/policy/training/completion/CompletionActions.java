package org.evenhand.policy.training.completion;

import static org.evenhand.policy.training.CompletionStep.EXEMPTION;
import static org.evenhand.policy.training.CompletionStep.EXEMPTION_COUNTERSIGNATURE;
import static org.evenhand.policy.training.CompletionStep.RECORD;
import static org.evenhand.policy.training.CompletionStep.TAKING_BACK;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.policy.training.CompletionStep;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;

/** What a reader may do to a completion now. */
final class CompletionActions {

  private CompletionActions() {}

  /** Nobody says of themself that they have completed something, or needn't. */
  static boolean permits(TrainingCompletion completion, TrainingModule module, UUID reader) {
    return module.leads().include(reader) && !completion.personId().equals(reader);
  }

  static List<String> of(TrainingCompletion completion, TrainingModule module, UUID reader) {
    return permits(completion, module, reader)
        ? open(completion, module, reader).stream().map(CompletionStep::operation).toList()
        : List.of();
  }

  private static List<CompletionStep> open(
      TrainingCompletion completion, TrainingModule module, UUID reader) {
    List<CompletionStep> open = new ArrayList<>();
    if (module.isOffered()) {
      open.add(RECORD);
    }
    switch (completion.state()) {
      case COMPLETED -> open.add(TAKING_BACK);
      case ENROLLED, EXPIRED -> {
        open.add(EXEMPTION);
        if (completion
            .proposal()
            .filter(each -> each.isOpenTo(reader, module.leads()))
            .isPresent()) {
          open.add(EXEMPTION_COUNTERSIGNATURE);
        }
      }
      case EXEMPT -> {}
    }
    return open;
  }
}
