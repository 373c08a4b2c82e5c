package org.evenhand.kit.web.trial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One body with a field of every kind. */
public record Trial(
    @NotBlank @Size(max = 20) String name,
    @NotNull Level level,
    @Max(9) int count,
    @Nullable Boolean flag,
    @Nullable LocalDate day,
    @Nullable Instant moment,
    @Nullable UUID reference,
    @Nullable List<@Valid Part> parts) {

  public enum Level {
    LOW,
    HIGH
  }

  public record Part(@NotBlank @Nullable String label, @Nullable Double weight) {}
}
