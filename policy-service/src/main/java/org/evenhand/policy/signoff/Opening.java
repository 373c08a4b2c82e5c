package org.evenhand.policy.signoff;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What HR sends to open the sign-off. */
@Schema(
    name = "SignOffOpening",
    description = "The managers are frozen with the opening; names are externalIds.",
    example = "{\"managers\": [\"E101\", \"E102\", \"E103\"], \"quorum\": 2}")
public record Opening(
    @NotEmpty @Size(max = 200) List<@NotNull @PlainText @Size(max = 100) String> managers,
    @NotNull @Min(1) @Max(200) Integer quorum) {}
