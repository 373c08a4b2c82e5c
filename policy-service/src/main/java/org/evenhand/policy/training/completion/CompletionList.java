package org.evenhand.policy.training.completion;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a page of completions, for the document. */
@Schema(name = "TrainingCompletionList")
public record CompletionList(List<CompletionView> items, @Nullable String next) {}
