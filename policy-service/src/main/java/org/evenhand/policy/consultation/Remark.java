package org.evenhand.policy.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What an employee sends. */
@Schema(
    description = "A comment, example, scenario or pitfall on a part of the version.",
    example =
        """
        {"kind": "PITFALL", "pointer": "/criteria/1", "text": "Rewards those who speak most"}
        """)
public record Remark(
    @NotNull CommentKind kind,
    @Schema(description = "JSON pointer into the content; empty for all of it")
        @NotNull
        @Size(max = 200)
        String pointer,
    @NotNull @PlainText @Size(max = 4000) String text) {}
