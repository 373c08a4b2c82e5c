package org.evenhand.policy.training.module;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Why a module is to end. */
@Schema(
    name = "TrainingModuleRetirementReason",
    example = "{\"reason\": \"Another module takes its place\"}")
record RetirementReason(@NotNull @PlainText @Size(max = 2000) String reason) {}
