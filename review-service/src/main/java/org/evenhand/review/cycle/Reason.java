package org.evenhand.review.cycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.review.PlainText;

/** Why a step is taken that undoes something. */
public record Reason(@NotNull @PlainText @Size(max = 2000) String reason) {}
