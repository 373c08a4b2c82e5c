package org.evenhand.policy.training;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.evenhand.kit.web.text.PlainText;

/** A part of a module: something to read, and what is done with it. */
public record TrainingUnit(
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull @PlainText @Size(max = 20000) String text,
    @Size(max = 10) List<@NotNull @Valid TrainingExercise> exercises) {

  public TrainingUnit {
    exercises = Objects.requireNonNullElse(exercises, List.of());
  }
}
