package org.evenhand.policy.charter.signoff;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What HR sends to open the sign-off of a charter. */
@Schema(
    description =
        "The managers are frozen with the opening; names are externalIds. How many of them have to"
            + " sign is the charter's quorum.",
    example = "{\"managers\": [\"E101\", \"E102\", \"E103\"]}")
public record CharterSignOffOpening(
    @NotEmpty @Size(max = 200) List<@NotNull @PlainText @Size(max = 100) String> managers) {}
