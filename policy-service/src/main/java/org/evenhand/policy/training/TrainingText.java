package org.evenhand.policy.training;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What a module says to whoever goes through it. */
@Schema(
    name = "TrainingText",
    description = "What a module says: what it is for, and its units one after the other.")
public record TrainingText(
    @NotNull @PlainText @Size(max = 4000) String description,
    @NotNull @Size(max = 40) List<@NotNull @Valid TrainingUnit> units) {}
