package org.evenhand.policy.guidance.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/**
 * What is answered.
 *
 * @param text whoever asked reads it, and nobody else
 */
@Schema(name = "GuidanceAnswerRequest", example = "{\"text\": \"Yes, within a week.\"}")
public record GuidanceAnswerRequest(@NotNull @PlainText @Size(max = 4000) String text) {}
