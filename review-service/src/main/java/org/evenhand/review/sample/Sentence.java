package org.evenhand.review.sample;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** A text that is about nobody, or should be. */
@Schema(
    example =
        """
        {"text": "What Zoë agreed anew in the open counts as agreed.",
         "near": ["019a8c1e-6f00-7000-8000-000000000005"]}
        """)
record Sentence(
    @NotNull @PlainText @Size(max = 4000) String text,
    @NotNull
        @Size(max = 20_000)
        @Schema(
            description =
                "Our ids of the people whom it may speak of; their names are found in careless"
                    + " spellings too")
        List<@NotNull UUID> near) {}
