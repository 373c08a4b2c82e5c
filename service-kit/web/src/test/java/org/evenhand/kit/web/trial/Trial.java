package org.evenhand.kit.web.trial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** One body with a field of every kind. */
public record Trial(
    @NotNull @PlainText @Size(max = 20) String name,
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

  public record Part(@PlainText @Nullable String label, @Nullable Double weight) {}
}
