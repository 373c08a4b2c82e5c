package org.evenhand.policy.content;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;

/** A behaviour-based question of the form. */
public record Question(
    @NotNull @Key String key,
    @NotNull Contributor contributor,
    @NotNull @PlainText @Size(max = 2000) String question) {}
