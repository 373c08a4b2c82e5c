package org.evenhand.policy.signing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What HR sends when a manager who was named to sign no longer can. */
@Schema(
    name = "SignerReplacementRequest",
    description = "Names are externalIds. The reason is read by everyone who may see the version.",
    example = "{\"replaced\": \"E102\", \"successor\": \"E104\", \"reason\": \"Has left\"}")
public record SignerReplacementRequest(
    @NotNull @PlainText @Size(max = 100) String replaced,
    @NotNull @PlainText @Size(max = 100) String successor,
    @NotNull @PlainText @Size(max = 2000) String reason) {}
