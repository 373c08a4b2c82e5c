package org.evenhand.policy.guidance.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/**
 * What somebody asks.
 *
 * @param excluded people of HR who are to have nothing to do with it
 */
@Schema(
    name = "NewGuidanceRequest",
    example =
        """
        {"text": "May I say no to a second assignment?",
         "excluded": ["0198f2a0-0000-7000-8000-000000000102"]}
        """)
public record NewGuidanceRequest(
    @NotNull @PlainText @Size(max = 4000) String text,
    @Size(max = 3) List<@NotNull UUID> excluded) {

  public NewGuidanceRequest {
    excluded = Objects.requireNonNullElse(excluded, List.of());
  }
}
