package org.evenhand.policy.content;

import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * How a result feeds what follows. An announced version says it of all three; the word "none" says
 * that nothing does.
 */
public record Outcomes(
    @Nullable @PlainText @Size(max = 4000) String rewards,
    @Nullable @PlainText @Size(max = 4000) String recognition,
    @Nullable @PlainText @Size(max = 4000) String remediation) {

  static final Outcomes NONE = new Outcomes(null, null, null);
}
