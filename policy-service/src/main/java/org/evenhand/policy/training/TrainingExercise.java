package org.evenhand.policy.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;

/** Something to do, alone or together. */
public record TrainingExercise(
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull @Min(1) @Max(480) Integer minutes,
    @NotNull @PlainText @Size(max = 8000) String text) {}
