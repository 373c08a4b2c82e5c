package org.evenhand.policy.training.module;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a page of modules, for the document. */
@Schema(name = "TrainingModuleList")
public record ModuleList(List<ModuleView> items, @Nullable String next) {}
